-- files_own: the files that one has put into one's own logbook, newest first; those taken back too
-- in:   who
-- out:  file u32, kind text, title text, name text, pages u32, size u32, sha256 blob, status text, words text?, by_name text, as_role text, place text, at moment, uploaded moment
-- rows: many
SELECT n.file, n.kind, n.title, f.name, f.pages, f.size, f.content, n.status, n.words, n.by_name, n.as_role, n.place, n.at, f.at
  FROM file_now n
  JOIN file f ON f.id = n.file
 WHERE n.doctor = :who
 ORDER BY f.at DESC, f.id DESC;

-- file_own_content: the bytes of one's own file
-- in:   who, file u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file_now n
  JOIN file f         ON f.id = n.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE n.file = :file
   AND n.doctor = :who
   AND n.status <> 'WITHDRAWN';

-- file_upload: the first step of a file that was just stored
-- in:   who, file u32, title text, once blob
-- rows: none
-- chain: file_check
INSERT INTO file_check (doctor, file, step, status, sha256, title, once, given_by, by_name, as_role, at)
SELECT f.doctor, f.id, 1, 'UPLOADED', f.content, :title, :once, p.id, p.name, 'UL', :now
  FROM file f
  JOIN person p    ON p.id = f.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE f.id = :file
   AND f.doctor = :who
   AND f.given_by = :who;

-- file_withdraw: one's own file is taken back, unless it is verified
-- in:   who, file u32
-- rows: none
-- chain: file_check
INSERT INTO file_check (doctor, file, step, status, sha256, title, given_by, by_name, as_role, at)
SELECT c.doctor, c.file, c.step + 1, 'WITHDRAWN', c.sha256, c.title, p.id, p.name, 'UL', :now
  FROM file_check c
  JOIN person p    ON p.id = c.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE c.file = :file
   AND c.doctor = :who
   AND c.status IN ('UPLOADED', 'REFUSED')
   AND NOT EXISTS (SELECT 1 FROM file_check l WHERE l.file = c.file AND l.step > c.step);

-- file_own_of_form: the file that this form has already put in
-- in:   who, once blob
-- out:  file u32
-- rows: one
SELECT c.file
  FROM file_check c
 WHERE c.once = :once
   AND c.doctor = :who;

-- file_tell_leaders: the present UAO and tutor are told that a file awaits them
-- in:   who, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'FILE_AWAITS', p.id, u.place, '/vejleder/filer', :now
  FROM element e
  JOIN org_unit u  ON u.id = e.org_unit
  JOIN user_role h ON h.org_unit = e.org_unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = e.doctor
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.since
   AND :today < e.until
   AND h.person <> :who
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = 'FILE_AWAITS' AND o.about = p.id
                      AND o.seen IS NULL AND o.made > :since);
