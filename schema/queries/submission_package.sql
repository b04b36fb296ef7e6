-- submission_of_package: a frozen package of one's own
-- in:   who, submission u32
-- out:  reference text, kind text, part text, sha256 blob?, size u32?, elsewhere bool
-- rows: one
SELECT s.reference, s.kind, s.part, b.sha256, b.size,
       EXISTS (SELECT 1 FROM journal_taken j WHERE j.doctor = n.doctor AND s.at <= j.made)
  FROM submission_now n
  JOIN submission s      ON s.id = n.submission
  JOIN submission_step b ON b.submission = n.submission AND b.status = 'BUILT'
 WHERE n.submission = :submission
   AND n.doctor = :who;

-- submission_package_piece: one piece of its bytes
-- in:   who, submission u32, n u32
-- out:  bytes blob
-- rows: one
SELECT p.bytes
  FROM submission_now n
  JOIN submission_piece p ON p.submission = n.submission AND p.what = 'PACKAGE' AND p.n = :n
 WHERE n.submission = :submission
   AND n.doctor = :who;
