-- doctor_reached: the doctor whose logbook this person reaches today, with the lists it holds and the employments of their courses, in the order of time
-- in:   who, doctor u32
-- out:  doctor u32, name text, born day, replacement bool, course u32, curriculum u32, course_since day, course_until day, region text, left bool, post_since day?, post_until day?, practice bool
-- rows: many
SELECT p.id, p.name, p.born, p.cpr_kind = 'REPLACEMENT', k.course, k.curriculum, c.since, c.until, t.name,
       k.left_on IS NOT NULL, e.since, e.until, COALESCE(u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS', 'PLADSHOLDER'), FALSE)
  FROM person p
  JOIN course_curriculum k ON k.doctor = p.id
  JOIN training_course c   ON c.id = k.course
  JOIN training_region t   ON t.id = c.region
  LEFT JOIN element e      ON e.course = c.id AND e.cancelled IS NULL
  LEFT JOIN org_unit u     ON u.id = e.org_unit
 WHERE p.id = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY k.course, k.curriculum, e.since, e.id;

-- competencies_now: how far each competency of a doctor has come, of all lists
-- in:   who, doctor u32
-- out:  competency u32, approval u32, status text, kind text, at moment, by_name text, as_role text, place text, merit u32?
-- rows: many
SELECT n.competency, n.approval, n.status, n.kind, n.at, n.by_name, n.as_role, n.place, n.merit
  FROM approval_now n
 WHERE n.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY n.competency;

-- competency_story: everything that happened to one competency of a doctor
-- in:   who, doctor u32, competency u32
-- out:  id u32, step u32, status text, kind text, rating u32?, words text?, by_name text, as_role text, place text, at moment, merit u32?, merit_note text?, letter u32?, letter_name text?, letter_pages u32?, reset_reason text?, reset_requester text?
-- rows: many
SELECT a.id, a.step, a.status, a.kind, a.rating, a.words, a.by_name, a.as_role, a.place, a.at,
       a.merit, m.note, m.letter, f.name, f.pages, COALESCE(z.reason, y.reason), COALESCE(z.requester, y.requester)
  FROM approval a
  LEFT JOIN merit m    ON m.id = a.merit
  LEFT JOIN file f     ON f.id = m.letter
  LEFT JOIN approval b ON a.status = 'RESET' AND b.doctor = a.doctor AND b.competency = a.competency
                      AND b.step = a.step - 1
  LEFT JOIN reset z    ON z.kind = 'APPROVAL' AND z.row_id = b.id
  LEFT JOIN reset y    ON y.kind = 'MERIT' AND y.row_id = b.merit
 WHERE a.doctor = :doctor
   AND a.competency = :competency
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.step;

-- merits_of_doctor: all merit notes of a logbook, newest first, with what they are linked to
-- in:   who, doctor u32
-- out:  id u32, note text?, letter u32?, letter_name text?, letter_type text?, letter_pages u32?, by_name text, as_role text, place text, at moment, competencies text?, reset_by text?, reset_at moment?, reset_reason text?
-- rows: many
SELECT m.id, m.note, m.letter, f.name, f.type, f.pages, m.by_name, m.as_role, m.place, m.at,
       (SELECT GROUP_CONCAT(CONCAT(c.number, ' ', c.title) ORDER BY c.position SEPARATOR '\n')
          FROM approval a
          JOIN competency c ON c.id = a.competency
         WHERE a.merit = m.id),
       x.by_name, x.at, x.reason
  FROM merit m
  LEFT JOIN file f  ON f.id = m.letter
  LEFT JOIN reset x ON x.kind = 'MERIT' AND x.row_id = m.id
 WHERE m.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY m.at DESC, m.id DESC;

-- letter_content: the bytes of a merit letter of a doctor within reach
-- in:   who, doctor u32, letter u32
-- out:  type text, name text, sha256 blob, bytes blob
-- rows: one
SELECT f.type, f.name, f.content, b.bytes
  FROM merit m
  JOIN file f         ON f.id = m.letter
  JOIN file_content b ON b.sha256 = f.content
 WHERE m.letter = :letter
   AND m.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- curriculum_all: every published list
-- in:
-- out:  id u32, code text, title text, stage text, specialty text, version text, source text, demo bool
-- rows: many
-- open: published lists are public; kept in the process
SELECT id, code, title, stage, specialty, version, source, demo
  FROM curriculum
 ORDER BY id;

-- competency_all: the competencies of a published list, in its order
-- in:   curriculum u32
-- out:  id u32, number text, heading text, title text, clarification text, strategy text, methods text, minimum text, assess_when text, placement text, approver_rule text
-- rows: many
-- open: published lists are public; kept in the process
SELECT id, number, heading, title, clarification, strategy, methods, minimum, assess_when, placement,
       approver_rule
  FROM competency
 WHERE curriculum = :curriculum
 ORDER BY position;
