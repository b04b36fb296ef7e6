-- tryout_made: when the try-out's data were put here
-- in:
-- out:  at moment
-- rows: one
-- open: the try-out's tool asks for nobody
SELECT MIN(at)
  FROM audit
 WHERE object = 'tryout'
HAVING COUNT(*) > 0;

-- people_here: how many people the database has
-- in:
-- out:  n i64
-- rows: one
-- open: the try-out's tool asks for nobody
SELECT COUNT(*)
  FROM person;

-- tryout_mark: from now on this is a try-out
-- in:   now moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO audit (at, role, action, object, object_id)
VALUES (:now, '', 'fill', 'tryout', 1);

-- specialty_electronic: since when a specialty has the logbook in this try-out
-- in:   code text, electronic_from day
-- rows: none
-- open: the try-out's tool acts for nobody
UPDATE specialty
   SET electronic_from = :electronic_from
 WHERE code = :code;

-- unit_put: a hospital, department or practice, perhaps part of another
-- in:   code text, kind text, name text, place text, parent text?, region text
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO org_unit (code, kind, name, place, parent, region)
SELECT :code, :kind, :name, :place, u.id, t.id
  FROM training_region t
  LEFT JOIN org_unit u ON u.code = :parent
 WHERE t.code = :region
   AND (:parent IS NULL OR u.id IS NOT NULL);

-- role_put: a role that a person holds, of a department, a region, a specialty, a course or nothing
-- in:   email text, role text, unit text?, region text?, specialty text?, course text?, since day, until day
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO user_role (person, role, org_unit, region, specialty, course, since, until)
SELECT p.id, :role, u.id, t.id, s.id, d.id, :since, :until
  FROM person p
  LEFT JOIN org_unit u        ON u.code = :unit
  LEFT JOIN training_region t ON t.code = :region
  LEFT JOIN specialty s       ON s.code = :specialty
  LEFT JOIN course_def d      ON d.code = :course
 WHERE p.email = :email
   AND (:course IS NULL) = (d.id IS NULL)
   AND (:unit IS NULL) = (u.id IS NULL)
   AND (:region IS NULL) = (t.id IS NULL)
   AND (:specialty IS NULL) = (s.id IS NULL);

-- credential_put: what a person logs in with, and as what
-- in:   email text, secret text, role text?
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO credential (person, password, role)
SELECT p.id, :secret, (SELECT MIN(h.id) FROM user_role h WHERE h.person = p.id AND h.role = :role)
  FROM person p
 WHERE p.email = :email;

-- course_put: a doctor's course of training
-- in:   email text, stage text, specialty text?, region text, number text, since day, until day, office_until day, source text
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO training_course (doctor, stage, specialty, region, number, since, until, office_until, source)
SELECT p.id, :stage, s.id, t.id, :number, :since, :until, :office_until, :source
  FROM person p
  JOIN training_region t ON t.code = :region
  LEFT JOIN specialty s  ON s.code = :specialty
 WHERE p.email = :email
   AND (:specialty IS NULL) = (s.id IS NULL);

-- list_put: a list that a course of training carries
-- in:   course u32, code text, basis text, basis_date day?
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO course_curriculum (course, curriculum, doctor, basis, basis_date)
SELECT c.id, l.id, c.doctor, :basis, :basis_date
  FROM training_course c
  JOIN curriculum l ON l.code = :code
 WHERE c.id = :course;

-- element_put: an employment within a course of training
-- in:   course_number text, seq u32, unit text, since day, until day, fraction u32, position_no text
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO element (course, doctor, seq, org_unit, since, until, fraction, position_no)
SELECT c.id, c.doctor, :seq, u.id, :since, :until, :fraction, :position_no
  FROM training_course c
  JOIN org_unit u ON u.code = :unit
 WHERE c.number = :course_number
   AND :since >= c.since
   AND :until <= c.until;

-- story_ask: the doctor asks the department of that day.  Here and below the latest step is
-- looked up in approval itself: its trigger writes approval_now, so the statement may not read that
-- in:   email text, list text, number text, rating u32?, words text?, day day, at moment
-- rows: none
-- chain: approval
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, rating, words,
                      given_by, by_name, as_role, place, at)
SELECT p.id, c.id, COALESCE(a.step, 0) + 1, 'REQUESTED', 'ORDINARY', e.id, e.org_unit, :rating, :words,
       p.id, p.name, h.role, u.place, :at
  FROM person p
  JOIN user_role h         ON h.person = p.id AND h.role = 'UL' AND :day >= h.since AND :day < h.until
  JOIN curriculum l        ON l.code = :list
  JOIN competency c        ON c.curriculum = l.id AND c.number = :number
  JOIN course_curriculum k ON k.doctor = p.id AND k.curriculum = l.id
  JOIN element e           ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u          ON u.id = e.org_unit
  LEFT JOIN approval a     ON a.doctor = p.id AND a.competency = c.id
                          AND a.step = (SELECT MAX(x.step)
                                          FROM approval x
                                         WHERE x.doctor = p.id AND x.competency = c.id)
 WHERE p.email = :email
   AND COALESCE(a.status, 'WITHDRAWN') IN ('WITHDRAWN', 'RETURNED');

-- story_withdraw: the doctor takes it back
-- in:   email text, list text, number text, day day, at moment
-- rows: none
-- chain: approval
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit,
                      given_by, by_name, as_role, place, at)
SELECT a.doctor, a.competency, a.step + 1, 'WITHDRAWN', 'ORDINARY', a.element, a.org_unit,
       p.id, p.name, h.role, a.place, :at
  FROM person p
  JOIN user_role h    ON h.person = p.id AND h.role = 'UL' AND :day >= h.since AND :day < h.until
  JOIN curriculum l   ON l.code = :list
  JOIN competency c   ON c.curriculum = l.id AND c.number = :number
  JOIN approval a     ON a.doctor = p.id AND a.competency = c.id AND a.status = 'REQUESTED'
                     AND a.step = (SELECT MAX(x.step)
                                     FROM approval x
                                    WHERE x.doctor = p.id AND x.competency = c.id)
 WHERE p.email = :email;

-- story_answer: somebody who reached it that day approves it or returns it
-- in:   email text, list text, number text, by_email text, as_role text, status text, words text?, day day, at moment
-- rows: none
-- chain: approval
-- open: the try-out's tool tells what an approver did that day, under the same conditions
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, words,
                      given_by, by_name, as_role, place, at)
SELECT a.doctor, a.competency, a.step + 1, :status, 'ORDINARY', a.element, a.org_unit, :words,
       b.id, b.name, h.role, u.place, :at
  FROM person p
  JOIN curriculum l   ON l.code = :list
  JOIN competency c   ON c.curriculum = l.id AND c.number = :number
  JOIN approval a     ON a.doctor = p.id AND a.competency = c.id AND a.status = 'REQUESTED'
                     AND a.step = (SELECT MAX(x.step)
                                     FROM approval x
                                    WHERE x.doctor = p.id AND x.competency = c.id)
  JOIN org_unit u     ON u.id = a.org_unit
  JOIN person b       ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h    ON h.person = b.id AND h.role = :as_role AND h.org_unit = a.org_unit
 WHERE p.email = :email
   AND (c.approver_rule = 'ALLE'
        OR (c.approver_rule = 'UAO' AND h.role IN ('UAO', 'TUTOR'))
        OR (c.approver_rule = 'TUTOR' AND h.role = 'TUTOR'))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = p.id AND r.element = a.element
                  AND r.may_approve AND :day >= r.since AND :day < r.until);

-- letter_bytes_put: the bytes of a letter, unless they are there
-- in:   sha256 blob, bytes blob
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file_content (sha256, bytes)
VALUES (:sha256, :bytes);

-- letter_put: a merit letter for a doctor
-- in:   email text, by_email text, type text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT p.id, 'MERIT_LETTER', :type, :pages, :size, :name, :content, b.id, :at
  FROM person p
  JOIN person b ON b.email = :by_email
 WHERE p.email = :email;

-- merit_put: a secretariat gives merit to a doctor whom it reached that day
-- in:   email text, by_email text, note text?, letter u32?, once blob, day day, at moment
-- rows: none
-- chain: merit
-- open: the try-out's tool tells what a secretariat did that day, under the same conditions
INSERT INTO merit (doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at)
SELECT p.id, :note, f.id, f.content, t.id, :once, b.id, b.name, h.role,
       t.name, :at
  FROM person p
  JOIN person b          ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h       ON h.person = b.id AND h.role = 'VUS'
  JOIN training_region t ON t.id = h.region
  LEFT JOIN file f       ON f.id = :letter AND f.doctor = p.id AND f.given_by = b.id
 WHERE p.email = :email
   AND (:letter IS NULL) = (f.id IS NULL)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = p.id AND r.may_merit
                  AND :day >= r.since AND :day < r.until);

-- merit_cover: a competency that the merit covers
-- in:   merit u32, list text, number text
-- rows: none
-- chain: approval
-- open: the try-out's tool tells what a secretariat did that day, under the same conditions
INSERT INTO approval (doctor, competency, step, status, kind, merit, given_by, by_name, as_role, place, at)
SELECT m.doctor, c.id, COALESCE(a.step, 0) + 1, 'APPROVED', 'MERIT', m.id, m.given_by, m.by_name,
       m.as_role, m.place, m.at
  FROM merit m
  JOIN curriculum l        ON l.code = :list
  JOIN competency c        ON c.curriculum = l.id AND c.number = :number
  JOIN course_curriculum k ON k.doctor = m.doctor AND k.curriculum = l.id
  LEFT JOIN approval a     ON a.doctor = m.doctor AND a.competency = c.id
                          AND a.step = (SELECT MAX(x.step)
                                          FROM approval x
                                         WHERE x.doctor = m.doctor AND x.competency = c.id)
 WHERE m.id = :merit
   AND (a.status IS NULL OR a.status <> 'APPROVED');

-- look_put: somebody who reached the logbook that day looked into it
-- in:   email text, by_email text, as_role text, page text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day
INSERT INTO look (doctor, viewer, held, role, page, at)
SELECT DISTINCT p.id, b.id, h.id, h.role, :page, :at
  FROM person p
  JOIN person b    ON b.email = :by_email
  JOIN user_role h ON h.person = b.id AND h.role = :as_role
  JOIN reach r     ON r.viewer = b.id AND r.held = h.id AND r.doctor = p.id
                  AND :day >= r.since AND :day < r.until
 WHERE p.email = :email;

-- unit_of_code: a place
-- in:   code text
-- out:  id u32
-- rows: one
-- open: the try-out's tool acts for nobody
SELECT id
  FROM org_unit
 WHERE code = :code;

-- role_given_put: a supervisor whom a UAO of the department has made
-- in:   person u32, role text, unit u32, since day, by text, now moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO user_role (person, role, org_unit, since, given_by, given_as, made_at)
SELECT :person, :role, h.org_unit, :since, h.person, h.role, :now
  FROM user_role h
  JOIN person g ON g.id = h.person AND g.email = :by
 WHERE h.org_unit = :unit AND h.role = 'UAO';
