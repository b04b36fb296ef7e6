-- files_awaiting: files of the department's present doctors that wait for being verified, oldest first
-- in:   who
-- out:  file u32, doctor u32, doctor_name text, kind text, title text, at moment
-- rows: many
SELECT n.file, n.doctor, p.name, n.kind, n.title, n.at
  FROM user_role h
  JOIN element e  ON e.org_unit = h.org_unit AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until
  JOIN file_now n ON n.doctor = e.doctor AND n.status = 'UPLOADED' AND n.kind <> 'OTHER'
  JOIN person p   ON p.id = n.doctor
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND n.doctor <> :who
 ORDER BY n.at, n.file
 LIMIT 200;

-- files_of_doctor: files of a doctor within reach that the department may see, newest first
-- in:   who, doctor u32
-- out:  file u32, kind text, title text, name text, pages u32, status text, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT n.file, n.kind, n.title, f.name, f.pages, n.status, n.words, n.by_name, n.as_role, n.place, n.at
  FROM file_now n
  JOIN file f ON f.id = n.file
 WHERE n.doctor = :doctor
   AND n.kind <> 'OTHER'
   AND n.status <> 'WITHDRAWN'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role IN ('UAO', 'TUTOR')
                  AND :today >= r.since AND :today < r.until)
 ORDER BY f.at DESC, f.id DESC;

-- file_for_check: one of these, and whether the doctor is in the department today
-- in:   who, file u32
-- out:  file u32, doctor u32, doctor_name text, kind text, title text, name text, type text, pages u32, size u32, sha256 blob, status text, words text?, by_name text, as_role text, place text, at moment, uploaded moment, present bool
-- rows: one
SELECT n.file, n.doctor, p.name, n.kind, n.title, f.name, f.type, f.pages, f.size, f.content, n.status, n.words, n.by_name,
       n.as_role, n.place, n.at, f.at,
       EXISTS (SELECT 1
                 FROM user_role h
                 JOIN element e ON e.org_unit = h.org_unit AND e.doctor = n.doctor AND e.cancelled IS NULL
                               AND :today >= e.since AND :today < e.until
                WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR'))
  FROM file_now n
  JOIN file f   ON f.id = n.file
  JOIN person p ON p.id = n.doctor
 WHERE n.file = :file
   AND n.kind <> 'OTHER'
   AND n.status <> 'WITHDRAWN'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = n.doctor AND r.role IN ('UAO', 'TUTOR')
                  AND :today >= r.since AND :today < r.until);

-- file_for_check_content: the bytes of one of these
-- in:   who, file u32
-- out:  doctor u32, type text, name text, bytes blob
-- rows: one
SELECT n.doctor, f.type, f.name, b.bytes
  FROM file_now n
  JOIN file f         ON f.id = n.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE n.file = :file
   AND n.kind <> 'OTHER'
   AND n.status <> 'WITHDRAWN'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = n.doctor AND r.role IN ('UAO', 'TUTOR')
                  AND :today >= r.since AND :today < r.until);

-- file_answer: the present UAO or tutor verifies a file that waits, or refuses it with a reason
-- in:   who, file u32, status text, words text?
-- rows: none
-- chain: file_check
INSERT INTO file_check (doctor, file, step, status, sha256, title, words, given_by, by_name, as_role, place, at)
SELECT c.doctor, c.file, c.step + 1, :status, c.sha256, c.title, :words, p.id, p.name, h.role, u.place, :now
  FROM file_check c
  JOIN file f      ON f.id = c.file AND f.kind <> 'OTHER'
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND :today >= h.since AND :today < h.until
  JOIN org_unit u  ON u.id = h.org_unit
  JOIN person p    ON p.id = h.person
 WHERE c.file = :file
   AND c.status = 'UPLOADED'
   AND c.doctor <> :who
   AND NOT EXISTS (SELECT 1 FROM file_check l WHERE l.file = c.file AND l.step > c.step)
   AND EXISTS (SELECT 1
                 FROM element e
                WHERE e.org_unit = h.org_unit AND e.doctor = c.doctor AND e.cancelled IS NULL
                  AND :today >= e.since AND :today < e.until);
