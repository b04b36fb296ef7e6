-- demo_note_put: a note of a doctor's own, or of the secretariat that reached the doctor that day
-- in:   email text, by_email text, list text?, number text?, once blob, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody wrote that day
INSERT INTO note (doctor, kind, competency, region, given_by, once, at)
SELECT p.id, IF(b.id = p.id, 'OWN', 'VUS'), c.id, h.region, b.id, :once, :at
  FROM person p
  JOIN person b          ON b.email = :by_email
  LEFT JOIN user_role h  ON h.person = b.id AND h.role = 'VUS' AND b.id <> p.id
  LEFT JOIN curriculum l ON l.code = :list
  LEFT JOIN competency c ON c.curriculum = l.id AND c.number = :number
 WHERE p.email = :email
   AND (:number IS NULL) = (c.id IS NULL)
   AND (b.id = p.id
        OR EXISTS (SELECT 1
                     FROM reach r
                    WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = p.id
                      AND :day >= r.since AND :day < r.until));

-- demo_note_say: what the note says
-- in:   note u32, text text, readers text, at moment
-- rows: none
-- open: the try-out's tool tells what somebody wrote that day
INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, place, at)
SELECT n.id, COALESCE((SELECT MAX(v.version) FROM note_version v WHERE v.note = n.id), 0) + 1, :text, :readers,
       b.id, b.name, IF(n.kind = 'VUS', 'VUS', 'UL'), COALESCE(t.name, ''), :at
  FROM note n
  JOIN person b               ON b.id = n.given_by
  LEFT JOIN training_region t ON t.id = n.region
 WHERE n.id = :note;

-- demo_file_put: a file of a doctor's own
-- in:   email text, kind text, type text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT p.id, :kind, :type, :pages, :size, :name, :content, p.id, :at
  FROM person p
 WHERE p.email = :email;

-- demo_file_upload: the first step of its story
-- in:   file u32, title text, once blob, at moment
-- rows: none
-- chain: file_check
-- open: the try-out's tool tells what a doctor did that day
INSERT INTO file_check (doctor, file, step, status, sha256, title, once, given_by, by_name, as_role, at)
SELECT f.doctor, f.id, 1, 'UPLOADED', f.content, :title, :once, p.id, p.name, 'UL', :at
  FROM file f
  JOIN person p ON p.id = f.doctor
 WHERE f.id = :file;

-- demo_file_answer: the answer of who was UAO or tutor where the doctor was that day
-- in:   file u32, by_email text, as_role text, status text, words text?, day day, at moment
-- rows: none
-- chain: file_check
-- open: the try-out's tool tells what an UAO did that day, under the same conditions
INSERT INTO file_check (doctor, file, step, status, sha256, title, words, given_by, by_name, as_role, place, at)
SELECT DISTINCT c.doctor, c.file, 2, :status, c.sha256, c.title, :words, b.id, b.name, h.role, u.place, :at
  FROM file_check c
  JOIN person b    ON b.email = :by_email AND b.id <> c.doctor
  JOIN user_role h ON h.person = b.id AND h.role = :as_role AND h.role IN ('UAO', 'TUTOR')
                  AND :day >= h.since AND :day < h.until
  JOIN element e   ON e.org_unit = h.org_unit AND e.doctor = c.doctor AND :day >= e.since AND :day < e.until
  JOIN org_unit u  ON u.id = h.org_unit
 WHERE c.file = :file
   AND c.step = 1
 LIMIT 1;

-- demo_reset: what the secretariat that had the doctor that day reset
-- in:   email text, list text, number text, by_email text, requester text, requested_on day, case_no text, reason text, once blob, day day, at moment
-- rows: none
-- chain: reset
-- open: the try-out's tool tells what a secretariat did that day, under the same conditions
INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, reason, once, given_by, by_name, as_role, place, at)
SELECT p.id, 'APPROVAL', n.approval, :requester, :requested_on, :case_no, :reason, :once, b.id, b.name, 'VUS', t.name, :at
  FROM person p
  JOIN curriculum l      ON l.code = :list
  JOIN competency c      ON c.curriculum = l.id AND c.number = :number
  JOIN approval_now n    ON n.doctor = p.id AND n.competency = c.id AND n.status = 'APPROVED' AND n.merit IS NULL
                        AND n.at < :at
  JOIN person b          ON b.email = :by_email
  JOIN office_now o      ON o.viewer = b.id AND o.doctor = p.id AND :day >= o.since AND :day < o.until
  JOIN training_region t ON t.id = o.region
 WHERE p.email = :email
 LIMIT 1;

-- demo_reset_step: the step that goes with it
-- in:   reset u32
-- rows: none
-- chain: approval
-- open: the try-out's tool tells what a secretariat did that day, under the same conditions
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit,
                      given_by, by_name, as_role, place, at)
SELECT n.doctor, n.competency, n.step + 1, 'RESET', 'ORDINARY', n.element, n.org_unit,
       r.given_by, r.by_name, 'VUS', r.place, r.at
  FROM reset r
  JOIN approval_latest n ON n.id = r.row_id AND n.doctor = r.doctor
 WHERE r.id = :reset
   AND r.kind = 'APPROVAL';

-- demo_form_put: a form of the library
-- in:   by_email text, title text, stage text?, specialty text?, once blob
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO form (title, stage, specialty, region, once)
SELECT :title, :stage, s.id, h.region, :once
  FROM person b
  JOIN user_role h      ON h.person = b.id AND h.role IN ('VUS', 'PROJEKTLEDER')
  LEFT JOIN specialty s ON s.code = :specialty
 WHERE b.email = :by_email
   AND (:specialty IS NULL) = (s.id IS NULL)
 LIMIT 1;

-- demo_form_say: its file
-- in:   form u32, by_email text, type text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO form_version (form, version, type, pages, size, name, content, given_by, by_name, at)
SELECT f.id, 1, :type, :pages, :size, :name, :content, b.id, b.name, :at
  FROM form f
  JOIN person b ON b.email = :by_email
 WHERE f.id = :form;
