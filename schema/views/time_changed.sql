-- Elements whose attestation of time stands on absence that is no longer what it was when it was signed:
-- registered after it and not taken out, or taken out after it (R-ATT-12).  What came in the same second
-- bears the next (absence_after_attestation).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW time_changed AS
SELECT n.element AS element
  FROM attestation_now n
 WHERE n.kind = 'TIME' AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM absence a
                WHERE a.element = n.element
                  AND ((a.at > n.at AND a.cancelled IS NULL) OR (a.at <= n.at AND a.cancelled > n.at)));
