-- Doctors whose training has ended, with the region of the course that ended last and when it did: whose logbooks go
-- to the archives (R-ARK-02).  Today is the server's, or the day on which anybody was last seen where the clock of a
-- try-out stands on a later one.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW archive_doctor AS
SELECT c.doctor, c.region, c.until
  FROM training_course c
 WHERE c.cancelled IS NULL
   AND c.until <= GREATEST(UTC_DATE(), COALESCE((SELECT DATE(MAX(s.seen)) FROM session s), UTC_DATE()))
   AND NOT EXISTS (SELECT 1
                     FROM training_course l
                    WHERE l.doctor = c.doctor AND l.cancelled IS NULL
                      AND (l.until > c.until OR (l.until = c.until AND l.id > c.id)));
