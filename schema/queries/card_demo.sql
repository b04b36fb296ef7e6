-- story_card_sheet: a card of a doctor's list, begun that day by the doctor
-- in:   email text, list text, card text, number text, once blob, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO card_sheet (doctor, template, competency, once, given_by, at)
SELECT p.id, t.id, IF(t.whole, NULL, c.id), :once, p.id, :at
  FROM person p
  JOIN curriculum l    ON l.code = :list
  JOIN card_template t ON t.curriculum = l.id AND t.code = :card
  JOIN competency c    ON c.curriculum = l.id AND c.number = :number
 WHERE p.email = :email;

-- story_card_send: the doctor writes on the card and sends it, or keeps it
-- in:   sheet u32, status text, topic text, marks text, words text?, by_email text?, by_name text?, by_title text?, day day, at moment
-- rows: none
-- chain: card
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT s.doctor, s.id, 1, :status, s.template, s.competency, e.id, e.org_unit, :day, :topic, :marks, :words,
       b.id, :by_name, :by_title, p.id, p.name, h.role, u.place, :at
  FROM card_sheet s
  JOIN person p      ON p.id = s.doctor
  JOIN user_role h   ON h.person = p.id AND h.role = 'UL' AND :day >= h.since AND :day < h.until
  JOIN element e     ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u    ON u.id = e.org_unit
  LEFT JOIN person b ON b.email = :by_email
 WHERE s.id = :sheet
   AND (:by_email IS NULL) = (b.id IS NULL);

-- story_card_answer: who reached the doctor that day approves the card or sends it back
-- in:   sheet u32, by_email text, as_role text, status text, marks text, words text?, day day, at moment
-- rows: none
-- chain: card
-- open: the try-out's tool tells what an approver did that day, under the same conditions
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT k.doctor, k.sheet, k.step + 1, :status, k.template, k.competency, k.element, k.org_unit, k.assessed_on,
       k.topic, :marks, :words, k.assessor, k.assessor_name, k.assessor_title, b.id, b.name, h.role, u.place, :at
  FROM card k
  JOIN person b    ON b.email = :by_email AND b.id <> k.doctor
  JOIN user_role h ON h.person = b.id AND h.role = :as_role AND h.org_unit = k.org_unit
  JOIN org_unit u  ON u.id = k.org_unit
 WHERE k.sheet = :sheet
   AND k.status = 'SENT'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = k.doctor AND r.element = k.element
                  AND r.may_approve AND :day >= r.since AND :day < r.until);

-- story_entry: what the doctor wrote down that day
-- in:   email text, list text, number text, method text, count u32, words text?, once blob, day day, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO card_entry (doctor, competency, method, done_on, number, words, once, at)
SELECT p.id, c.id, :method, :day, :count, :words, :once, :at
  FROM person p
  JOIN curriculum l  ON l.code = :list
  JOIN competency c  ON c.curriculum = l.id AND c.number = :number
 WHERE p.email = :email;
