-- demo_evaluation_form: the statements of the newest form
-- in:   day day
-- out:  form u32, statement u32, kind text
-- rows: many
-- open: the try-out's tool asks for nobody
SELECT s.form, s.id, s.kind
  FROM evaluation_statement s
 WHERE s.form = (SELECT f.id FROM evaluation_form f WHERE f.since <= :day ORDER BY f.since DESC, f.id DESC LIMIT 1)
 ORDER BY s.position;

-- demo_evaluation_put: a doctor answered that day
-- in:   id blob, form u32, element u32, half u32
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO evaluation (id, form, org_unit, stage, specialty, half)
SELECT :id, :form, e.org_unit, c.stage, c.specialty, :half
  FROM element e
  JOIN training_course c ON c.id = e.course
 WHERE e.id = :element;

-- demo_evaluation_answer: one statement of it
-- in:   id blob, statement u32, value u32?, words text?
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO evaluation_answer (evaluation, statement, value, words)
VALUES (:id, :statement, :value, :words);

-- demo_evaluation_seal: it was sent
-- in:   id blob, element u32, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO evaluation_link (element, evaluation, given_by, at)
SELECT e.id, :id, e.doctor, :at
  FROM element e
 WHERE e.id = :element;

-- demo_evaluation_draft: it was begun
-- in:   element u32, form u32, answers text, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO evaluation_draft (element, form, answers, at)
VALUES (:element, :form, :answers, :at);

-- demo_evaluation_close: the last half-year is over
-- in:   half u32, at moment
-- rows: none
-- open: the try-out's tool does what the clock did that day
INSERT INTO evaluation_close (half, at)
VALUES (:half, :at);

-- demo_evaluation_comment: what the management of a place said to its latest means
-- in:   unit text, by_email text, as_role text, words text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO evaluation_comment (org_unit, half, step, words, given_by, by_name, as_role, at)
SELECT p.org_unit, p.latest, 1, :words, b.id, b.name, h.role, :at
  FROM org_unit u
  JOIN evaluation_place p ON p.org_unit = u.id
  JOIN person b           ON b.email = :by_email
  JOIN user_role h        ON h.person = b.id AND h.role = :as_role AND h.org_unit = u.id AND :day >= h.since AND :day < h.until
 WHERE u.code = :unit;
