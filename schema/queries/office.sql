-- people_found: a page of those whose name or e-mail holds all the words, in the order of their names
-- in:   who, own bool, a text, b text, c text, d text, most u32, skip u32, page u32
-- out:  person u32, name text, email text, born day, replacement bool, roles text?, own bool, found u32
-- rows: many
SELECT p.id, p.name, COALESCE(p.email, ''), p.born, p.cpr_kind = 'REPLACEMENT',
       (SELECT GROUP_CONCAT(h.role, '\t', COALESCE(CASE h.role
                 WHEN 'UL' THEN (SELECT eu.place
                                   FROM element e
                                   JOIN org_unit eu ON eu.id = e.org_unit
                                  WHERE e.doctor = p.id AND :today >= e.since AND :today < e.until
                                  LIMIT 1)
                 ELSE CONCAT_WS(', ', u.place, s.name, t.name) END, '')
               ORDER BY h.since, h.id SEPARATOR '\n')
          FROM user_role h
          LEFT JOIN org_unit u        ON u.id = h.org_unit
          LEFT JOIN specialty s       ON s.id = h.specialty
          LEFT JOIN training_region t ON t.id = h.region
         WHERE h.person = p.id AND :today >= h.since AND :today < h.until),
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = p.id
                  AND :today >= r.since AND :today < r.until),
       g.found
  FROM (SELECT f.person, COUNT(*) OVER () AS found
          FROM (SELECT DISTINCT w.person
                  FROM person_word w
                 WHERE w.ending LIKE :a
                   AND (:b = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :b))
                   AND (:c = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :c))
                   AND (:d = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :d))
                   AND (NOT :own OR EXISTS (SELECT 1
                                              FROM reach r
                                             WHERE r.viewer = :who AND r.held = :as AND r.doctor = w.person
                                               AND :today >= r.since AND :today < r.until))
                 LIMIT :most) f
          JOIN person n ON n.id = f.person
         ORDER BY n.name, n.id
         LIMIT :skip, :page) g
  JOIN person p ON p.id = g.person
 WHERE EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until)
 ORDER BY p.name, p.id;

-- person_by_cpr: whose CPR number this is, by its keyed hash
-- in:   who, find blob
-- out:  person u32
-- rows: one
SELECT p.id
  FROM person p
 WHERE p.cpr_find = :find
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until);

-- person_one: what the secretariat sees of any user
-- in:   who, person u32
-- out:  person u32, name text, email text, mobile text, auth_id text?, born day, replacement bool, doctor bool, lists bool, own bool
-- rows: one
SELECT p.id, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, ''), p.auth_id, p.born, p.cpr_kind = 'REPLACEMENT',
       EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id),
       EXISTS (SELECT 1 FROM course_curriculum k WHERE k.doctor = p.id),
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = p.id
                  AND :today >= r.since AND :today < r.until)
  FROM person p
 WHERE p.id = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until);

-- person_roles: the roles that a user holds or has held, those of today first
-- in:   who, person u32
-- out:  role text, place text, since day, until day, now bool, given_by text?
-- rows: many
SELECT h.role, CONCAT_WS(', ', u.place, s.name, t.name), h.since, h.until,
       :today >= h.since AND :today < h.until, g.name
  FROM user_role h
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN specialty s       ON s.id = h.specialty
  LEFT JOIN training_region t ON t.id = h.region
  LEFT JOIN person g          ON g.id = h.given_by
 WHERE h.person = :person
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role = 'VUS'
                  AND :today >= v.since AND :today < v.until)
 ORDER BY :today >= h.since AND :today < h.until DESC, h.since DESC, h.id DESC;

-- person_training: the courses of training of a user, with their lists and elements
-- in:   who, person u32
-- out:  course u32, stage text, specialty text?, region text, number text, since day, until day, lists text?, place text?, element_since day?, element_until day?, fraction u32?, now bool?
-- rows: many
SELECT c.id, c.stage, s.name, t.name, c.number, c.since, c.until,
       (SELECT GROUP_CONCAT(l.title, ', version ', l.version ORDER BY l.id SEPARATOR '\n')
          FROM course_curriculum k
          JOIN curriculum l ON l.id = k.curriculum
         WHERE k.course = c.id),
       u.place, e.since, e.until, e.fraction, :today >= e.since AND :today < e.until
  FROM training_course c
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN element e    ON e.course = c.id
  LEFT JOIN org_unit u   ON u.id = e.org_unit
 WHERE c.doctor = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until)
 ORDER BY c.since DESC, c.id DESC, e.seq;

-- person_cpr: the sealed CPR number of a user
-- in:   who, person u32
-- out:  sealed blob
-- rows: one
SELECT p.cpr_sealed
  FROM person p
 WHERE p.id = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until);

-- content_add: the bytes of a file, unless they are there already (taken)
-- in:   sha256 blob, bytes blob
-- rows: none
-- open: bytes alone are nobody's; the row of file says whose they are
INSERT INTO file_content (sha256, bytes)
VALUES (:sha256, :bytes);

-- letter_add: a merit letter for a doctor to whom this person may give merit
-- in:   who, doctor u32, type text, pages u32, size u32, name text, content blob
-- rows: none
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT :doctor, 'MERIT_LETTER', :type, :pages, :size, :name, :content, :who, :now
 WHERE EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- letter_kept: a letter that this person gave for this doctor, and that is in no merit yet
-- in:   who, doctor u32, letter u32
-- out:  letter u32, name text, pages u32
-- rows: one
SELECT f.id, f.name, f.pages
  FROM file f
 WHERE f.id = :letter
   AND f.doctor = :doctor
   AND f.kind = 'MERIT_LETTER'
   AND f.given_by = :who
   AND NOT EXISTS (SELECT 1 FROM merit m WHERE m.letter = f.id);

-- merit_add: merit for a doctor within reach
-- in:   who, doctor u32, note text?, letter u32?, once blob
-- rows: none
-- chain: merit
INSERT INTO merit (doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at)
SELECT :doctor, :note, f.id, f.content, t.id, :once, p.id, p.name, h.role,
       t.name, :now
  FROM user_role h
  JOIN person p          ON p.id = h.person
  JOIN training_region t ON t.id = h.region
  LEFT JOIN file f       ON f.id = :letter AND f.doctor = :doctor AND f.kind = 'MERIT_LETTER'
                        AND f.given_by = :who
 WHERE h.id = :as
   AND h.person = :who
   AND (:letter IS NULL OR f.id IS NOT NULL)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- merit_approve: a competency that a merit given by this person covers, unless it is approved already
-- in:   who, merit u32, competency u32
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, merit, given_by, by_name, as_role, place, at)
SELECT m.doctor, c.id, COALESCE(l.step, 0) + 1, 'APPROVED', 'MERIT', m.id, m.given_by, m.by_name,
       m.as_role, m.place, m.at
  FROM merit m
  JOIN competency c    ON c.id = :competency
  LEFT JOIN approval l ON l.doctor = m.doctor AND l.competency = c.id
                      AND l.step = (SELECT MAX(x.step)
                                      FROM approval x
                                     WHERE x.doctor = m.doctor AND x.competency = c.id)
 WHERE m.id = :merit
   AND m.given_by = :who
   AND (l.status IS NULL OR l.status <> 'APPROVED')
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                WHERE k.doctor = m.doctor AND k.curriculum = c.curriculum)
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS');

-- merit_of_form: the merit that this form has already given
-- in:   who, doctor u32, once blob
-- out:  id u32
-- rows: one
SELECT m.id
  FROM merit m
 WHERE m.once = :once
   AND m.doctor = :doctor
   AND m.given_by = :who;

-- merits_of_region: merits that the secretariat of this role has given, newest first (R-MER-04)
-- in:   who, skip u32, page u32
-- out:  id u32, doctor u32, name text, at moment, competencies u32, letter bool, by_name text
-- rows: many
SELECT m.id, m.doctor, p.name, m.at,
       (SELECT COUNT(*) FROM approval a WHERE a.merit = m.id),
       m.letter IS NOT NULL, m.by_name
  FROM user_role h
  JOIN merit m  ON m.region = h.region
  JOIN person p ON p.id = m.doctor
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = m.doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY m.at DESC, m.id DESC
 LIMIT :skip, :page;

-- merit_one: a merit of a doctor within reach
-- in:   who, merit u32
-- out:  id u32, doctor u32, name text, note text?, letter u32?, letter_name text?, letter_pages u32?, by_name text, as_role text, place text, at moment
-- rows: one
SELECT m.id, m.doctor, p.name, m.note, m.letter, f.name, f.pages, m.by_name, m.as_role, m.place, m.at
  FROM merit m
  JOIN person p    ON p.id = m.doctor
  LEFT JOIN file f ON f.id = m.letter
 WHERE m.id = :merit
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = m.doctor
                  AND :today >= r.since AND :today < r.until);

-- merit_goals: what a merit of a doctor within reach covers
-- in:   who, merit u32
-- out:  competency u32, number text, title text
-- rows: many
SELECT c.id, c.number, c.title
  FROM merit m
  JOIN approval a   ON a.merit = m.id
  JOIN competency c ON c.id = a.competency
 WHERE m.id = :merit
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = m.doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY c.curriculum, c.position;
