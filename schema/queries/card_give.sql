-- cards_waiting: the cards that this person may answer in the role in use, those observed by this person first
-- in:   who
-- out:  sheet u32, doctor u32, doctor_name text, code text, title text, number text?, assessed_on day, at moment, mine bool, observer text?
-- rows: many
SELECT k.sheet, k.doctor, p.name, t.code, t.title, c.number, k.assessed_on, k.at,
       COALESCE(k.assessor = :who, FALSE), COALESCE(k.assessor_name, o.name)
  FROM user_role h
  JOIN card_now n        ON n.org_unit = h.org_unit AND n.status = 'SENT'
  JOIN card k            ON k.id = n.card
  JOIN card_template t   ON t.id = k.template
  JOIN person p          ON p.id = k.doctor
  LEFT JOIN person o     ON o.id = k.assessor
  LEFT JOIN competency c ON c.id = k.competency
 WHERE h.id = :as
   AND h.person = :who
   AND (k.assessor IS NULL OR k.assessor = :who OR h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR'))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = k.doctor AND r.element = k.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until)
 ORDER BY COALESCE(k.assessor = :who, FALSE) DESC, k.at, k.id
 LIMIT 60;

-- card_reached: whose card it is, within reach, and whether this person may answer it
-- in:   who, sheet u32
-- out:  doctor u32, status text, by_name text, as_role text, at moment, given_by u32, step u32, may bool
-- rows: one
SELECT k.doctor, k.status, k.by_name, k.as_role, k.at, k.given_by, k.step,
       k.status = 'SENT'
       AND EXISTS (SELECT 1
                     FROM reach r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = k.doctor AND r.element = k.element
                      AND r.may_approve AND :today >= r.since AND :today < r.until
                      AND (k.assessor IS NULL OR k.assessor = :who OR r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')))
  FROM card_now n
  JOIN card k ON k.id = n.card
 WHERE n.sheet = :sheet
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = k.doctor
                  AND :today >= r.since AND :today < r.until);

-- card_answer: approve a card that was sent, or send it back, once, as it was seen (its step), by who observed it or is above
-- in:   who, sheet u32, seen u32, status text, marks text, words text?
-- rows: none
-- chain: card
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT k.doctor, k.sheet, k.step + 1, :status, k.template, k.competency, k.element, k.org_unit, k.assessed_on,
       k.topic, :marks, :words, k.assessor, k.assessor_name, k.assessor_title, p.id, p.name, h.role, u.place, :now
  FROM card k
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id
  JOIN org_unit u  ON u.id = k.org_unit
 WHERE k.sheet = :sheet
   AND k.status = 'SENT'
   AND k.step = :seen
   AND k.step = (SELECT MAX(x.step) FROM card x WHERE x.doctor = k.doctor AND x.sheet = k.sheet)
   AND :status IN ('APPROVED', 'RETURNED')
   AND k.doctor <> :who
   AND (k.assessor IS NULL OR k.assessor = :who OR h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR'))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = k.doctor AND r.element = k.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- card_answered_tell: the doctor is told that a card was answered
-- in:   who, sheet u32
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT k.doctor, 'CARD_ANSWERED', NULL, k.place, CONCAT('/logbog/kort/', k.sheet), :now
  FROM card_now n
  JOIN card k ON k.id = n.card
 WHERE n.sheet = :sheet
   AND k.given_by = :who
   AND k.status IN ('APPROVED', 'RETURNED');

-- card_element_here: the doctor's latest employment in this person's department, that the role in use reaches today
-- in:   who, doctor u32
-- out:  element u32, course_since day
-- rows: many
SELECT e.id, c.since
  FROM reach r
  JOIN element e         ON e.id = r.element
  JOIN training_course c ON c.id = e.course
 WHERE r.viewer = :who
   AND r.held = :as
   AND r.doctor = :doctor
   AND r.may_approve
   AND :today >= r.since
   AND :today < r.until
   AND e.since <= :today
 ORDER BY e.since DESC
 LIMIT 1;

-- card_sheet_begin: a supervisor begins a card for a doctor within reach
-- in:   who, doctor u32, template u32, competency u32?, once blob
-- rows: none
INSERT INTO card_sheet (doctor, template, competency, once, given_by, at)
SELECT :doctor, t.id, :competency, :once, h.person, :now
  FROM card_template t
  JOIN user_role h ON h.id = :as AND h.person = :who
 WHERE t.id = :template
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                WHERE k.doctor = :doctor AND k.curriculum = t.curriculum AND k.left_on IS NULL)
   AND IF(t.whole, :competency IS NULL,
          EXISTS (SELECT 1 FROM card_goal g WHERE g.template = t.id AND g.competency = :competency))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_approve
                  AND :today >= r.since AND :today < r.until);

-- card_of_once_given: the card that this form has made already
-- in:   who, once blob
-- out:  sheet u32, doctor u32
-- rows: one
SELECT s.id, s.doctor
  FROM card_sheet s
 WHERE s.once = :once
   AND s.given_by = :who;

-- card_give: a supervisor fills and approves the card that this person has just begun
-- in:   who, sheet u32, element u32, assessed_on day, topic text, marks text, words text?
-- rows: none
-- chain: card
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, given_by, by_name, as_role, place, at)
SELECT s.doctor, s.id, 1, 'APPROVED', s.template, s.competency, e.id, e.org_unit, :assessed_on, :topic, :marks,
       :words, p.id, p.id, p.name, h.role, u.place, :now
  FROM card_sheet s
  JOIN person p          ON p.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = p.id
  JOIN element e         ON e.id = :element AND e.doctor = s.doctor
  JOIN training_course c ON c.id = e.course AND :assessed_on >= c.since
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE s.id = :sheet
   AND s.given_by = :who
   AND s.doctor <> :who
   AND :assessed_on <= :today
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = s.doctor AND r.element = e.id
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- approval_give: approve a goal, or a part of it, that nobody asked for (domain 6.4), in the doctor's employment here
-- in:   who, doctor u32, competency u32, element u32, status text, words text?
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, words,
                      given_by, by_name, as_role, place, at)
SELECT e.doctor, c.id, COALESCE(a.step, 0) + 1, :status, 'ORDINARY', e.id, e.org_unit, :words,
       p.id, p.name, h.role, u.place, :now
  FROM element e
  JOIN competency c ON c.id = :competency
  JOIN person p     ON p.id = :who
  JOIN user_role h  ON h.id = :as AND h.person = p.id
  JOIN org_unit u   ON u.id = e.org_unit
  LEFT JOIN approval_latest a ON a.doctor = :doctor AND a.competency = c.id
 WHERE e.id = :element
   AND e.doctor = :doctor
   AND e.doctor <> :who
   AND :status IN ('APPROVED', 'PARTLY')
   AND COALESCE(a.status, 'RESET') NOT IN ('APPROVED', 'REQUESTED')
   AND (c.approver_rule = 'ALLE'
        OR (c.approver_rule = 'UAO' AND h.role IN ('UAO', 'TUTOR'))
        OR (c.approver_rule = 'TUTOR' AND h.role = 'TUTOR'))
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                WHERE k.doctor = :doctor AND k.curriculum = c.curriculum AND k.left_on IS NULL)
   AND (:status <> 'APPROVED'
        OR NOT EXISTS (SELECT 1
                         FROM card_need q
                         LEFT JOIN card_count g ON g.doctor = :doctor AND g.competency = q.competency AND g.method = q.method
                        WHERE q.competency = c.id AND COALESCE(g.have, 0) < q.target
                          AND NOT (q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m
                                                          WHERE m.doctor = :doctor AND m.competency = q.competency))))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.element = e.id
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- given_tell: the doctor is told of what this person has just approved without being asked
-- in:   who, doctor u32, competency u32
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT a.doctor, a.status, NULL, a.place, CONCAT('/logbog/kompetencer/', a.competency), :now
  FROM approval_now n
  JOIN approval a ON a.id = n.approval AND a.given_by = :who
 WHERE n.doctor = :doctor
   AND n.competency = :competency
   AND n.status IN ('APPROVED', 'PARTLY');

-- merits_instead: merit notes of a doctor within reach that may stand in place of a qualification card: those linked to no goal (R-KOM-07, R-MER-06)
-- in:   who, doctor u32
-- out:  id u32, note text?, by_name text, at moment
-- rows: many
SELECT m.id, m.note, m.by_name, m.at
  FROM merit m
 WHERE m.doctor = :doctor
   AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.merit = m.id)
   AND NOT EXISTS (SELECT 1 FROM reset z WHERE z.kind = 'MERIT' AND z.row_id = m.id)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role = 'TUTOR'
                  AND :today >= r.since AND :today < r.until)
 ORDER BY m.at DESC, m.id DESC;

-- card_merit_put: the tutor takes a merit note in place of the card of a goal that tutors approve
-- in:   who, doctor u32, competency u32, merit u32
-- rows: none
INSERT INTO card_merit (doctor, competency, merit, given_by, by_name, at)
SELECT m.doctor, c.id, m.id, p.id, p.name, :now
  FROM merit m
  JOIN competency c ON c.id = :competency AND c.approver_rule = 'TUTOR'
  JOIN person p     ON p.id = :who
 WHERE m.id = :merit
   AND m.doctor = :doctor
   AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.merit = m.id)
   AND NOT EXISTS (SELECT 1 FROM reset z WHERE z.kind = 'MERIT' AND z.row_id = m.id)
   AND NOT EXISTS (SELECT 1 FROM card_merit o WHERE o.doctor = m.doctor AND o.competency = c.id)
   AND NOT EXISTS (SELECT 1
                     FROM approval_now n
                    WHERE n.doctor = m.doctor AND n.competency = c.id AND n.status = 'APPROVED')
   AND EXISTS (SELECT 1
                 FROM course_curriculum k
                WHERE k.doctor = m.doctor AND k.curriculum = c.curriculum)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role = 'TUTOR' AND r.may_approve
                  AND :today >= r.since AND :today < r.until);
