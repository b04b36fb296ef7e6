-- plan_files: the files of the plans of a doctor, oldest first, with their bytes
-- in:   who, doctor u32
-- out:  plan u32, at moment, name text, type text, sha256 blob, bytes blob
-- rows: many
SELECT a.id, a.at, f.name, f.type, f.content, b.bytes
  FROM plan a
  JOIN file f         ON f.id = a.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE a.doctor = :doctor
   AND NOT EXISTS (SELECT 1
                     FROM plan l
                    WHERE l.doctor = a.doctor AND l.element = a.element AND l.status = 'SENT' AND l.step > a.step)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.at, a.id;
