-- files_of_region: files of a doctor of the region, newest first
-- in:   who, doctor u32
-- out:  file u32, kind text, title text, name text, pages u32, status text, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT n.file, n.kind, n.title, f.name, f.pages, n.status, n.words, n.by_name, n.as_role, n.place, n.at
  FROM file_now n
  JOIN file f ON f.id = n.file
 WHERE n.doctor = :doctor
   AND n.status <> 'WITHDRAWN'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until)
 ORDER BY f.at DESC, f.id DESC;

-- file_of_region_content: the bytes of one of these
-- in:   who, doctor u32, file u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file_now n
  JOIN file f         ON f.id = n.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE n.file = :file
   AND n.doctor = :doctor
   AND n.status <> 'WITHDRAWN'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);
