-- What of a frozen package was reset since (R-NUL-07): the row that was struck was approved before the
-- freezing; of a supplement, it is one of those that it holds.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_superseded AS
SELECT n.submission, n.doctor, r.id AS reset, r.at
  FROM submission_now n
  JOIN submission o         ON o.id = n.submission
  JOIN reset r              ON r.doctor = n.doctor AND r.at >= n.built
  LEFT JOIN approval a      ON r.kind = 'APPROVAL' AND a.id = r.row_id
  LEFT JOIN attestation t   ON r.kind = 'ATTESTATION' AND t.id = r.row_id
  LEFT JOIN course_record c ON r.kind = 'COURSE' AND c.id = r.row_id
  LEFT JOIN research s      ON r.kind = 'RESEARCH' AND s.id = r.row_id
  LEFT JOIN merit m         ON r.kind = 'MERIT' AND m.id = r.row_id
 WHERE COALESCE(a.at, t.at, c.at, s.at, m.at) <= n.built
   AND (o.part = 'MAIN'
        OR FIND_IN_SET(CONCAT(CASE r.kind WHEN 'APPROVAL' THEN 'K' WHEN 'COURSE' THEN 'C' WHEN 'RESEARCH' THEN 'R' WHEN 'MERIT' THEN 'M' ELSE 'T' END,
                              r.row_id), REPLACE(o.attestations, ' ', ','))
        OR (r.kind = 'ATTESTATION' AND FIND_IN_SET(r.row_id, REPLACE(o.attestations, ' ', ',')))
        OR (r.kind = 'MERIT' AND EXISTS (SELECT 1
                                           FROM approval k
                                          WHERE k.merit = r.row_id
                                            AND FIND_IN_SET(CONCAT('K', k.id), REPLACE(o.attestations, ' ', ',')))));
