-- doctors_found: a page of the doctors of the own region whose name or e-mail holds all the words, the rarest first among these
-- in:   who, a text, b text, c text, d text, most u32, skip u32, page u32
-- out:  person u32, name text, email text, born day, replacement bool, roles text?, found u32
-- rows: many
SELECT p.id, p.name, COALESCE(p.email, ''), p.born, p.cpr_kind = 'REPLACEMENT',
       (SELECT GROUP_CONCAT(h.role, '\t', COALESCE(CASE h.role
                 WHEN 'UL' THEN (SELECT eu.place
                                   FROM element e
                                   JOIN org_unit eu ON eu.id = e.org_unit
                                  WHERE e.doctor = p.id AND e.cancelled IS NULL
                                    AND :today >= e.since AND :today < e.until
                                  LIMIT 1)
                 ELSE CONCAT_WS(', ', u.place, s.name, t.name) END, '')
               ORDER BY h.since, h.id SEPARATOR '\n')
          FROM user_role h
          LEFT JOIN org_unit u        ON u.id = h.org_unit
          LEFT JOIN specialty s       ON s.id = h.specialty
          LEFT JOIN training_region t ON t.id = h.region
         WHERE h.person = p.id AND :today >= h.since AND :today < h.until),
       g.found
  FROM (SELECT f.person, COUNT(*) OVER () AS found
          FROM (SELECT DISTINCT w.person
                  FROM person_word w
                 WHERE w.ending LIKE :a
                   AND (:b = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :b))
                   AND (:c = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :c))
                   AND (:d = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :d))
                   AND (SELECT 1 -- by key alone; who is left is asked for whole
                          FROM user_role v
                          STRAIGHT_JOIN training_course c ON c.doctor = w.person AND c.region = v.region
                         WHERE v.id = :as
                         LIMIT 1) = 1
                   AND (SELECT 1
                          FROM reach r
                         WHERE r.viewer = :who AND r.held = :as AND r.doctor = w.person
                           AND :today >= r.since AND :today < r.until
                         LIMIT 1) = 1
                 LIMIT :most) f
          JOIN person n ON n.id = f.person AND n.gone IS NULL
         ORDER BY n.name, n.id
         LIMIT :skip, :page) g
  JOIN person p ON p.id = g.person
 WHERE EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until)
 ORDER BY p.name, p.id;

-- person_by_cpr: whose CPR number this is, by its keyed hash; who has become one with another is that other
-- in:   who, find blob
-- out:  person u32
-- rows: one
SELECT COALESCE(k.id, p.id)
  FROM person p
  LEFT JOIN person k ON k.id = p.merged_into
 WHERE p.cpr_find = :find
   AND (p.gone IS NULL OR (k.id IS NOT NULL AND k.gone IS NULL))
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until);

-- number_holder: whose mobile number or authorisation id this is
-- in:   who, mobile text, auth_id text
-- out:  person u32
-- rows: many
SELECT p.id
  FROM person p
 WHERE (p.mobile LIKE :mobile OR p.auth_id = :auth_id)
   AND p.gone IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY p.name, p.id
 LIMIT 25;

-- person_one: what the secretariat sees of any user
-- in:   who, person u32
-- out:  person u32, name text, email text, mobile text, auth_id text?, born day, replacement bool, planned bool, begins day?, doctor bool, lists bool, own bool, via text, made_at moment?, access_due day?, access bool, unconfirmed bool
-- rows: one
SELECT p.id, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, ''), p.auth_id, p.born, p.cpr_kind = 'REPLACEMENT',
       p.shown_from > :today,
       (SELECT MIN(e.since) FROM element e WHERE e.doctor = p.id AND e.cancelled IS NULL AND :today < e.until),
       EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id),
       EXISTS (SELECT 1 FROM course_curriculum k WHERE k.doctor = p.id),
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = p.id
                  AND :today >= r.since AND :today < r.until),
       p.made_via, p.made_at, p.access_due,
       EXISTS (SELECT 1 FROM credential a WHERE a.person = p.id), p.unconfirmed IS NOT NULL
  FROM person p
 WHERE p.id = :person
   AND p.gone IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until);

-- person_roles: the roles that a user holds or has held, those of today first
-- in:   who, person u32
-- out:  id u32, role text, place text, since day, until day, now bool, given_by text?, given_as text?, ended_by text?, ended_at moment?, unit_region u32?, region u32?
-- rows: many
SELECT h.id, h.role, CONCAT_WS(', ', u.place, s.name, k.name, t.name), h.since, h.until,
       :today >= h.since AND :today < h.until, g.name, h.given_as, x.name, h.ended_at, u.region, h.region
  FROM user_role h
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN specialty s       ON s.id = h.specialty
  LEFT JOIN course_def k      ON k.id = h.course
  LEFT JOIN training_region t ON t.id = h.region
  LEFT JOIN person g          ON g.id = h.given_by
  LEFT JOIN person x          ON x.id = h.ended_by
 WHERE h.person = :person
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
 ORDER BY :today >= h.since AND :today < h.until DESC, h.since DESC, h.id DESC;

-- person_training: the courses of training of a user, with their elements
-- in:   who, person u32
-- out:  course u32, stage text, specialty text?, region text, number text, source text, round text, since day, until day, cancelled day?, place text?, section text?, element_since day?, element_until day?, kind text?, fraction u32?, position_no text?, element_cancelled day?, now bool?
-- rows: many
SELECT c.id, c.stage, s.name, t.name, c.number, c.source, c.round, c.since, c.until, c.cancelled,
       u.place, f.name, e.since, e.until, e.kind, e.fraction, e.position_no, e.cancelled,
       :today >= e.since AND :today < e.until AND e.cancelled IS NULL
  FROM training_course c
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN element e    ON e.course = c.id
  LEFT JOIN org_unit u   ON u.id = e.org_unit
  LEFT JOIN org_unit f   ON f.id = e.section
 WHERE c.doctor = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY c.cancelled IS NOT NULL, c.since DESC, c.id DESC, e.cancelled IS NOT NULL, e.since, e.seq;

-- person_lists: the lists that the courses of a user carry, and why: those in force first
-- in:   who, person u32
-- out:  course u32, curriculum u32, title text, version text, basis text, basis_date day?, left_on day?, reason text?, moved_by text?, moved_at moment?
-- rows: many
SELECT k.course, l.id, l.title, l.version, k.basis, k.basis_date, k.left_on, m.reason, m.by_name, m.at
  FROM course_curriculum k
  JOIN curriculum l           ON l.id = k.curriculum
  LEFT JOIN curriculum_move m ON m.id = (SELECT MAX(x.id)
                                           FROM curriculum_move x
                                          WHERE x.course = k.course AND x.to_list = k.curriculum)
 WHERE k.doctor = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY k.course, k.left_on IS NOT NULL, l.id;

-- person_agreements: what was agreed of the courses of a user
-- in:   who, person u32
-- out:  course u32, kind text, number text, published day, effect text
-- rows: many
SELECT a.course, a.kind, a.number, a.published, a.effect
  FROM training_course c
  JOIN agreement a ON a.course = c.id
 WHERE c.doctor = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY a.course, a.published DESC, a.id DESC;

-- person_changes: how the elements of a user came and moved, newest first; also while they were those of
--                 a registration that has become one with this
-- in:   who, person u32
-- out:  course u32, what text, before_place text?, before_since day?, before_until day?, before_fraction u32?, after_place text?, after_since day?, after_until day?, after_fraction u32?, place text, agreement text?, at moment
-- rows: many
SELECT e.course, x.what, b.place, x.before_since, x.before_until, x.before_fraction,
       n.place, x.after_since, x.after_until, x.after_fraction, u.place, a.number, x.at
  FROM element e
  JOIN element_change x ON x.element = e.id
  JOIN org_unit u       ON u.id = e.org_unit
  LEFT JOIN org_unit b  ON b.id = x.before_org_unit
  LEFT JOIN org_unit n  ON n.id = x.after_org_unit
  LEFT JOIN agreement a ON a.id = x.agreement
 WHERE e.doctor = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY x.at DESC, x.id DESC
 LIMIT 500;

-- person_cpr: the sealed CPR number of a user
-- in:   who, person u32
-- out:  sealed blob
-- rows: one
SELECT p.cpr_sealed
  FROM person p
 WHERE p.id = :person
   AND p.gone IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until);

-- units_found: departments or practices of the own region by part of their name
-- in:   who, practice bool, part text, most u32
-- out:  id u32, place text, code text
-- rows: many
SELECT u.id, u.place, u.code
  FROM user_role h
  JOIN org_unit u ON u.region = h.region
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND ((NOT :practice AND u.kind = 'AFDELING') OR (:practice AND u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')))
   AND u.place LIKE :part
   AND :today < u.until
 ORDER BY u.place, u.id
 LIMIT :most;

-- unit_of_region: a department or practice of the own region
-- in:   who, unit u32, practice bool
-- out:  id u32, place text
-- rows: one
SELECT u.id, u.place
  FROM user_role h
  JOIN org_unit u ON u.region = h.region
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND u.id = :unit
   AND ((NOT :practice AND u.kind = 'AFDELING') OR (:practice AND u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')))
   AND :today < u.until;

-- course_choices: courses of a specialty that somebody leads
-- in:
-- out:  id u32, name text, specialty u32, specialty_name text
-- rows: many
-- open: courses are public
SELECT k.id, k.name, s.id, s.name
  FROM course_def k
  JOIN specialty s ON s.id = k.specialty
 WHERE k.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
 ORDER BY s.name, k.name;

-- role_lock: roles of one person are given and ended one after another
-- in:   who, person u32
-- out:  id u32, held u32
-- rows: one
SELECT p.id, (SELECT COUNT(*) FROM user_role h WHERE h.person = p.id)
  FROM person p
 WHERE p.id = :person
   AND p.id <> :who
   AND p.gone IS NULL
   FOR UPDATE;

-- role_give: a role for somebody else, by whoever may give it, in their region; not twice for the same days
-- in:   who, person u32, role text, unit u32?, region u32?, specialty u32?, course u32?, since day, until day
-- rows: none
INSERT INTO user_role (person, role, org_unit, region, specialty, course, since, until, given_by, given_as, made_at)
SELECT p.id, :role, u.id, IF(g.role = 'VUS' AND :role <> 'UAO' AND :role <> 'TUTOR', g.region, t.id), s.id, k.id,
       :since, :until, g.person, g.role, :now
  FROM user_role g
  JOIN person p               ON p.id = :person AND p.id <> :who AND p.gone IS NULL
  LEFT JOIN org_unit u        ON u.id = :unit
  LEFT JOIN training_region t ON t.id = :region
  LEFT JOIN specialty s       ON s.id = :specialty
  LEFT JOIN course_def k      ON k.id = :course
 WHERE g.id = :as
   AND g.person = :who
   AND :today >= g.since
   AND :today < g.until
   AND CASE :role
       WHEN 'UAO'           THEN g.role = 'VUS' AND u.region = g.region AND u.kind = 'AFDELING'
       WHEN 'TUTOR'         THEN g.role = 'VUS' AND u.region = g.region AND u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
       WHEN 'KURSUSUDBYDER' THEN g.role = 'VUS' AND k.kind = 'GENERAL' AND (k.region IS NULL OR k.region = g.region)
       WHEN 'FORSKVEJLEDER' THEN g.role = 'VUS'
       WHEN 'PKL'           THEN g.role = 'VUS' AND s.id IS NOT NULL
       WHEN 'HKL'           THEN g.role = 'PROJEKTLEDER' AND s.id IS NOT NULL
       WHEN 'DKL'           THEN g.role = 'PROJEKTLEDER' AND s.id IS NOT NULL AND k.specialty = s.id
       WHEN 'VUS'           THEN g.role = 'PROJEKTLEDER' AND t.id IS NOT NULL
       ELSE FALSE END
   AND NOT EXISTS (SELECT 1
                     FROM user_role h
                    WHERE h.person = p.id AND h.role = :role AND h.org_unit <=> u.id
                      AND h.specialty <=> s.id AND h.course <=> k.id
                      AND (h.region <=> IF(g.role = 'VUS' AND :role <> 'UAO' AND :role <> 'TUTOR', g.region, t.id))
                      AND h.since < :until AND :since < h.until);

-- role_one: a role of somebody that is not over, as the page shows it
-- in:   who, person u32, id u32
-- out:  id u32, role text, place text, since day, until day
-- rows: one
SELECT h.id, h.role, CONCAT_WS(', ', u.place, s.name, k.name, t.name), h.since, h.until
  FROM user_role h
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN specialty s       ON s.id = h.specialty
  LEFT JOIN course_def k      ON k.id = h.course
  LEFT JOIN training_region t ON t.id = h.region
 WHERE h.id = :id
   AND h.person = :person
   AND :today < h.until
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- role_end: the role is over; by whoever may give it, in their region, and nobody's own
-- in:   who, person u32, id u32, until day
-- rows: none
UPDATE user_role h
  JOIN user_role g     ON g.id = :as AND g.person = :who AND :today >= g.since AND :today < g.until
  LEFT JOIN org_unit u ON u.id = h.org_unit
   SET h.until = GREATEST(h.since, :until), h.ended_by = :who, h.ended_at = :now
 WHERE h.id = :id
   AND h.person = :person
   AND h.person <> :who
   AND :today < h.until
   AND :until < h.until
   AND CASE WHEN h.role IN ('UAO', 'TUTOR') THEN g.role = 'VUS' AND u.region = g.region
            WHEN h.role IN ('KURSUSUDBYDER', 'FORSKVEJLEDER', 'PKL')
            THEN g.role = 'VUS' AND COALESCE(h.region, g.region) = g.region
            WHEN h.role IN ('HKL', 'DKL', 'VUS') THEN g.role = 'PROJEKTLEDER'
            ELSE FALSE END;

-- access_due_set: the mail with access goes out on that day
-- in:   who, person u32, due day
-- rows: none
UPDATE person
   SET access_due = :due
 WHERE id = :person
   AND id <> :who
   AND gone IS NULL;

-- lists_in_force: the lists in force of the courses that this secretariat has, and what each could be moved to
-- in:   who, doctor u32
-- out:  course u32, stage text, number text, curriculum u32, title text, version text, basis text, basis_date day?, other u32?, other_title text?, other_version text?
-- rows: many
SELECT c.id, c.stage, c.number, l.id, l.title, l.version, k.basis, k.basis_date, x.id, x.title, x.version
  FROM user_role h
  JOIN training_course c   ON c.doctor = :doctor AND c.region = h.region AND :today < c.office_until
                          AND c.cancelled IS NULL
  JOIN course_curriculum k ON k.course = c.id AND k.left_on IS NULL
  JOIN curriculum l        ON l.id = k.curriculum
  LEFT JOIN curriculum x   ON x.stage = l.stage AND x.specialty = l.specialty AND x.id <> l.id
                          AND NOT EXISTS (SELECT 1
                                            FROM course_curriculum y
                                           WHERE y.course = c.id AND y.curriculum = x.id AND y.left_on IS NULL)
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since
   AND :today < h.until
   AND c.doctor <> :who
 ORDER BY c.since DESC, c.id DESC, l.id, x.version, x.id;

-- list_leave: the list is in force no more
-- in:   who, doctor u32, course u32, curriculum u32
-- rows: none
UPDATE course_curriculum k
  JOIN training_course c ON c.id = k.course AND c.cancelled IS NULL AND :today < c.office_until
  JOIN user_role h       ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = c.region
                        AND :today >= h.since AND :today < h.until
   SET k.left_on = :today
 WHERE k.course = :course
   AND k.doctor = :doctor
   AND k.doctor <> :who
   AND k.curriculum = :curriculum
   AND k.left_on IS NULL;

-- list_take: the list to which the doctor was moved, of the same stage and specialty as the one left
-- in:   who, doctor u32, course u32, curriculum u32, left u32
-- rows: none
INSERT INTO course_curriculum (course, curriculum, doctor, basis, basis_date)
SELECT c.id, l.id, c.doctor, 'FLYTTET', :today
  FROM training_course c
  JOIN user_role h  ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = c.region
                   AND :today >= h.since AND :today < h.until
  JOIN curriculum o ON o.id = :left
  JOIN curriculum l ON l.id = :curriculum AND l.stage = o.stage AND l.specialty = o.specialty AND l.id <> o.id
 WHERE c.id = :course
   AND c.doctor = :doctor
   AND c.doctor <> :who;

-- list_return: a list that was left before is in force again
-- in:   who, doctor u32, course u32, curriculum u32
-- rows: none
UPDATE course_curriculum k
  JOIN training_course c ON c.id = k.course AND c.cancelled IS NULL AND :today < c.office_until
  JOIN user_role h       ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = c.region
                        AND :today >= h.since AND :today < h.until
   SET k.left_on = NULL, k.basis = 'FLYTTET', k.basis_date = :today
 WHERE k.course = :course
   AND k.doctor = :doctor
   AND k.doctor <> :who
   AND k.curriculum = :curriculum
   AND k.left_on IS NOT NULL;

-- move_add: why the doctor was set on another version, and by whom
-- in:   who, doctor u32, course u32, from_list u32, to_list u32, reason text
-- rows: none
INSERT INTO curriculum_move (course, from_list, to_list, reason, given_by, by_name, as_role, at)
SELECT c.id, :from_list, :to_list, :reason, p.id, p.name, h.role, :now
  FROM training_course c
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = c.region
  JOIN person p    ON p.id = h.person
 WHERE c.id = :course
   AND c.doctor = :doctor;

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
  FROM (SELECT n.id
          FROM user_role h
          STRAIGHT_JOIN merit n FORCE INDEX (region) ON n.region = h.region
         WHERE h.id = :as
           AND h.person = :who
           AND h.role = 'VUS'
           AND (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = n.doctor
                   AND :today >= r.since AND :today < r.until
                 LIMIT 1) = 1
         ORDER BY n.at DESC, n.id DESC
         LIMIT :skip, :page) g
  JOIN merit m  ON m.id = g.id
  JOIN person p ON p.id = m.doctor
 ORDER BY m.at DESC, m.id DESC;

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
