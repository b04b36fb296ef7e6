-- card_assessors: who may be named as having observed: who may approve this doctor in that employment today
-- in:   who, element u32
-- out:  id u32, name text, role text
-- rows: many
SELECT p.id, p.name, MIN(h.role)
  FROM element e
  JOIN user_role h ON h.org_unit = e.org_unit AND h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
  JOIN reach r     ON r.viewer = p.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND r.may_approve AND :today >= r.since AND :today < r.until
 WHERE e.id = :element
   AND e.doctor = :who
   AND e.cancelled IS NULL
 GROUP BY p.id, p.name
 ORDER BY p.name, p.id;

-- card_sheet_make: the doctor begins a card of one of their lists
-- in:   who, template u32, competency u32?, once blob
-- rows: none
INSERT INTO card_sheet (doctor, template, competency, once, given_by, at)
SELECT p.id, t.id, :competency, :once, p.id, :now
  FROM person p
  JOIN user_role h     ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN card_template t ON t.id = :template
 WHERE p.id = :who
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                WHERE k.doctor = p.id AND k.curriculum = t.curriculum AND k.left_on IS NULL)
   AND IF(t.whole, :competency IS NULL,
          EXISTS (SELECT 1 FROM card_goal g WHERE g.template = t.id AND g.competency = :competency));

-- card_of_once: the card that this form has made already
-- in:   who, once blob
-- out:  sheet u32, doctor u32
-- rows: one
SELECT s.id, s.doctor
  FROM card_sheet s
 WHERE s.once = :once
   AND s.given_by = :who;

-- card_put: the doctor writes on a card of their own, and keeps it or sends it
-- in:   who, sheet u32, status text, element u32, assessed_on day, topic text, marks text, words text?, assessor u32?, assessor_name text?, assessor_title text?
-- rows: none
-- chain: card
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT s.doctor, s.id, COALESCE(l.step, 0) + 1, :status, s.template, s.competency, e.id, e.org_unit, :assessed_on,
       :topic, :marks, :words, :assessor, :assessor_name, :assessor_title, p.id, p.name, h.role, u.place, :now
  FROM card_sheet s
  JOIN person p          ON p.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN element e         ON e.id = :element AND e.doctor = s.doctor AND e.cancelled IS NULL
                        AND :today >= e.since AND :today < e.until + INTERVAL 3 MONTH
  JOIN training_course c ON c.id = e.course AND :assessed_on >= c.since
  JOIN org_unit u        ON u.id = e.org_unit
  LEFT JOIN card l       ON l.doctor = s.doctor AND l.sheet = s.id
                        AND l.step = (SELECT MAX(x.step) FROM card x WHERE x.doctor = s.doctor AND x.sheet = s.id)
 WHERE s.id = :sheet
   AND s.doctor = :who
   AND :status IN ('STARTED', 'SENT')
   AND :assessed_on <= :today
   AND COALESCE(l.status, 'STARTED') IN ('STARTED', 'WITHDRAWN', 'RETURNED')
   AND (:assessor IS NULL OR EXISTS (SELECT 1
                                       FROM reach r
                                      WHERE r.viewer = :assessor AND r.doctor = s.doctor AND r.element = e.id
                                        AND r.may_approve AND :today >= r.since AND :today < r.until));

-- card_take_back: the doctor takes a card back while nobody has answered it
-- in:   who, sheet u32
-- rows: none
-- chain: card
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT l.doctor, l.sheet, l.step + 1, 'WITHDRAWN', l.template, l.competency, l.element, l.org_unit, l.assessed_on,
       l.topic, l.marks, l.words, l.assessor, l.assessor_name, l.assessor_title, p.id, p.name, h.role, l.place, :now
  FROM card l
  JOIN person p    ON p.id = l.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE l.doctor = :who
   AND l.sheet = :sheet
   AND l.status IN ('STARTED', 'SENT', 'RETURNED')
   AND l.step = (SELECT MAX(x.step) FROM card x WHERE x.doctor = l.doctor AND x.sheet = l.sheet);

-- card_tell: who is to answer the card that the doctor has just sent is told: who observed it; where that was somebody without an account, the UAO, tutor and main supervisors
-- in:   who, sheet u32, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'CARD_SENT', k.doctor, k.place, '/vejleder/kort', :now
  FROM card_now n
  JOIN card k      ON k.id = n.card
  JOIN user_role h ON h.org_unit = k.org_unit
                  AND IF(k.assessor IS NULL, h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR'), h.person = k.assessor)
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
  JOIN reach r     ON r.viewer = h.person AND r.held = h.id AND r.doctor = k.doctor AND r.element = k.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until
 WHERE n.doctor = :who
   AND n.sheet = :sheet
   AND n.status = 'SENT'
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = 'CARD_SENT' AND o.about = k.doctor
                      AND o.place = k.place AND o.seen IS NULL AND o.made > :since);

-- card_entry_put: the doctor writes down what was done towards a goal
-- in:   who, competency u32, method text, done_on day, number u32, words text?, once blob
-- rows: none
INSERT INTO card_entry (doctor, competency, method, done_on, number, words, once, at)
SELECT p.id, q.competency, q.method, :done_on, :number, :words, :once, :now
  FROM person p
  JOIN user_role h  ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN card_need q  ON q.competency = :competency AND q.method = :method AND NOT q.by_card
  JOIN competency c ON c.id = q.competency
 WHERE p.id = :who
   AND :done_on <= :today
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                 JOIN training_course f ON f.id = k.course
                WHERE k.doctor = p.id AND k.curriculum = c.curriculum AND k.left_on IS NULL AND f.since <= :done_on);

-- card_entry_out: the doctor takes out what was written down, as long as the goal is not approved
-- in:   who, entry u32
-- rows: none
UPDATE card_entry e
   SET e.taken_out = :now
 WHERE e.id = :entry
   AND e.doctor = :who
   AND e.taken_out IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM approval_now n
                    WHERE n.doctor = e.doctor AND n.competency = e.competency AND n.status = 'APPROVED');

-- card_entry_goal: the goal of something one has written down
-- in:   who, entry u32
-- out:  competency u32, out bool
-- rows: one
SELECT e.competency, e.taken_out IS NOT NULL
  FROM card_entry e
 WHERE e.id = :entry
   AND e.doctor = :who;
