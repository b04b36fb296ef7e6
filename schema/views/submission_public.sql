-- What anybody may know of a package that was frozen, from its reference or its bytes: nothing of a person.  replaced: the
-- supplements with what was approved again (R-NUL-07).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_public AS
SELECT s.reference, s.kind, s.part, n.status, n.built, n.sent, b.sha256 AS package_sha256, b.pdf_sha256, b.sign_key,
       e.sha256 AS envelope_sha256,
       (SELECT u.at FROM submission_superseded u WHERE u.submission = s.id ORDER BY u.at LIMIT 1) AS superseded,
       (SELECT GROUP_CONCAT(x.reference ORDER BY x.id SEPARATOR ' ')
          FROM submission x
          JOIN submission_now xn ON xn.submission = x.id AND xn.status = 'SENT'
         WHERE x.main = s.id AND x.attestations REGEXP '[A-Z]') AS replaced
  FROM submission s
  JOIN submission_now n       ON n.submission = s.id
  JOIN submission_step b      ON b.submission = s.id AND b.status = 'BUILT'
  LEFT JOIN submission_step e ON e.submission = s.id AND e.status = 'SENT';
