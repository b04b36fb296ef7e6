-- package_files: every file of a logbook, where it stands, and what stands on it
-- in:   who, doctor u32
-- out:  file u32, kind text, type text, name text, size u32, sha256 blob, given moment, status text?, title text?, merit u32?, attestation u32?, course text?, research bool, research_course text?
-- rows: many
SELECT f.id, f.kind, f.type, f.name, f.size, f.content, f.at, n.status, n.title,
       (SELECT MAX(m.id) FROM merit m WHERE m.letter = f.id AND m.doctor = f.doctor),
       (SELECT MAX(a.id)
          FROM attestation_now k
          JOIN attestation a ON a.id = k.attestation
         WHERE k.doctor = f.doctor AND k.status = 'APPROVED' AND a.paper = f.id),
       (SELECT MAX(d.name)
          FROM course_record_now k
          JOIN course_record c ON c.id = k.record
          JOIN course_def d    ON d.id = k.course
         WHERE k.doctor = f.doctor AND k.status IN ('CLAIMED', 'APPROVED') AND c.file = f.id),
       COALESCE(EXISTS (SELECT 1
                          FROM research_now k
                          JOIN research s ON s.id = k.research
                         WHERE k.doctor = f.doctor AND k.status IN ('REQUESTED', 'APPROVED') AND s.file = f.id)
                OR EXISTS (SELECT 1
                             FROM research_course k
                            WHERE k.doctor = f.doctor AND k.certificate = f.id AND k.cancelled IS NULL), FALSE),
       (SELECT MAX(k.name) FROM research_course k WHERE k.doctor = f.doctor AND k.certificate = f.id AND k.cancelled IS NULL)
  FROM file f
  LEFT JOIN file_now n ON n.file = f.id
 WHERE f.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND r.role IN ('UL', 'VUS') AND :today >= r.since AND :today < r.until)
 ORDER BY f.at, f.id;

-- package_content: the bytes of one of them
-- in:   who, doctor u32, file u32
-- out:  bytes blob
-- rows: one
SELECT b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND r.role IN ('UL', 'VUS') AND :today >= r.since AND :today < r.until);
