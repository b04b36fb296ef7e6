-- card_templates: the cards of a published list
-- in:   curriculum u32
-- out:  id u32, code text, title text, method text, scale text, whole bool, guidance text, parts u32
-- rows: many
-- open: published lists are public
SELECT id, code, title, method, scale, whole, guidance, parts
  FROM card_template
 WHERE curriculum = :curriculum
 ORDER BY position;

-- card_template_one: one card as it is before somebody fills it
-- in:   template u32
-- out:  id u32, curriculum u32, code text, title text, method text, scale text, whole bool, guidance text, parts u32
-- rows: one
-- open: published lists are public
SELECT id, curriculum, code, title, method, scale, whole, guidance, parts
  FROM card_template
 WHERE id = :template;

-- card_parts: the sub-goals of a card
-- in:   template u32
-- out:  position u32, title text
-- rows: many
-- open: published lists are public
SELECT position, title
  FROM card_part
 WHERE template = :template
 ORDER BY position;

-- card_goals: the goals that a card is for
-- in:   template u32
-- out:  competency u32, number text, title text
-- rows: many
-- open: published lists are public
SELECT c.id, c.number, c.title
  FROM card_goal g
  JOIN competency c ON c.id = g.competency
 WHERE g.template = :template
 ORDER BY c.position;

-- card_templates_of_goal: the cards that one goal may be assessed by
-- in:   competency u32
-- out:  id u32, code text, title text, method text, whole bool
-- rows: many
-- open: published lists are public
SELECT t.id, t.code, t.title, t.method, t.whole
  FROM card_goal g
  JOIN card_template t ON t.id = g.template
 WHERE g.competency = :competency
 ORDER BY t.position;

-- card_needs: what a goal needs before it can be approved, and how much of it the doctor has
-- in:   who, doctor u32, competency u32
-- out:  method text, target u32, per_year u32?, by_card bool, have u32, this_year u32, instead bool
-- rows: many
SELECT q.method, q.target, q.per_year, q.by_card, CAST(COALESCE(g.have, 0) AS UNSIGNED),
       CAST(IF(q.by_card,
          (SELECT COUNT(*)
             FROM card_now n
             JOIN card k          ON k.id = n.card
             JOIN card_template t ON t.id = n.template AND t.method = q.method
             JOIN card_goal w     ON w.template = t.id AND w.competency = q.competency
            WHERE n.doctor = :doctor AND n.status = 'APPROVED' AND COALESCE(n.competency, q.competency) = q.competency
              AND k.assessed_on > :today - INTERVAL 1 YEAR),
          (SELECT COALESCE(SUM(e.number), 0)
             FROM card_entry e
            WHERE e.doctor = :doctor AND e.competency = q.competency AND e.method = q.method
              AND e.taken_out IS NULL AND e.done_on > :today - INTERVAL 1 YEAR)) AS UNSIGNED),
       q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m WHERE m.doctor = :doctor AND m.competency = q.competency)
  FROM card_need q
  LEFT JOIN card_count g ON g.doctor = :doctor AND g.competency = q.competency AND g.method = q.method
 WHERE q.competency = :competency
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY q.by_card DESC, q.method;

-- card_lacks: of which goals something is still missing before they can be approved, of all lists
-- in:   who, doctor u32
-- out:  competency u32, have u32, target u32
-- rows: many
SELECT q.competency, CAST(SUM(LEAST(COALESCE(g.have, 0), q.target)) AS UNSIGNED), CAST(SUM(q.target) AS UNSIGNED)
  FROM course_curriculum k
  JOIN card_set s        ON s.curriculum = k.curriculum
  JOIN competency c      ON c.curriculum = s.curriculum
  JOIN card_need q       ON q.competency = c.id
  LEFT JOIN card_count g ON g.doctor = :doctor AND g.competency = q.competency AND g.method = q.method
 WHERE k.doctor = :doctor
   AND NOT (q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m WHERE m.doctor = :doctor AND m.competency = q.competency))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 GROUP BY q.competency
 ORDER BY q.competency;

-- cards_of_doctor: the cards of a logbook within reach, newest first; drafts are the doctor's own
-- in:   who, doctor u32
-- out:  sheet u32, template u32, code text, title text, method text, competency u32?, number text?, status text, assessed_on day, topic text, by_name text, as_role text, place text, at moment
-- rows: many
SELECT n.sheet, n.template, t.code, t.title, t.method, n.competency, c.number, n.status, k.assessed_on, k.topic,
       k.by_name, k.as_role, k.place, k.at
  FROM card_now n
  JOIN card k            ON k.id = n.card
  JOIN card_template t   ON t.id = n.template
  LEFT JOIN competency c ON c.id = n.competency
 WHERE n.doctor = :doctor
   AND (n.status NOT IN ('STARTED', 'WITHDRAWN') OR n.doctor = :who)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY k.assessed_on DESC, n.sheet DESC;

-- cards_of_goal: the cards of one goal of a logbook within reach, newest first; drafts are the doctor's own
-- in:   who, doctor u32, competency u32
-- out:  like cards_of_doctor
-- rows: many
SELECT n.sheet, n.template, t.code, t.title, t.method, n.competency, c.number, n.status, k.assessed_on, k.topic,
       k.by_name, k.as_role, k.place, k.at
  FROM card_goal w
  JOIN card_now n        ON n.doctor = :doctor AND n.template = w.template
                        AND COALESCE(n.competency, w.competency) = w.competency
  JOIN card k            ON k.id = n.card
  JOIN card_template t   ON t.id = n.template
  LEFT JOIN competency c ON c.id = n.competency
 WHERE w.competency = :competency
   AND (n.status NOT IN ('STARTED', 'WITHDRAWN') OR n.doctor = :who)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY k.assessed_on DESC, n.sheet DESC;

-- card_steps: everything that happened to one card of a doctor within reach; drafts are the doctor's own
-- in:   who, doctor u32, sheet u32
-- out:  id u32, step u32, status text, template u32, competency u32?, element u32, assessed_on day, topic text, marks text, words text?, assessor u32?, assessor_known text?, assessor_name text?, assessor_title text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT k.id, k.step, k.status, k.template, k.competency, k.element, k.assessed_on, k.topic, k.marks, k.words,
       k.assessor, p.name, k.assessor_name, k.assessor_title, k.given_by, k.by_name, k.as_role, k.place, k.at
  FROM card k
  JOIN card_now n    ON n.doctor = k.doctor AND n.sheet = k.sheet
  LEFT JOIN person p ON p.id = k.assessor
 WHERE k.doctor = :doctor
   AND k.sheet = :sheet
   AND (k.doctor = :who OR (k.status <> 'STARTED' AND n.status NOT IN ('STARTED', 'WITHDRAWN')))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY k.step;

-- card_entries: what a doctor has written down towards a goal, newest first
-- in:   who, doctor u32, competency u32
-- out:  id u32, method text, done_on day, number u32, words text?
-- rows: many
SELECT e.id, e.method, e.done_on, e.number, e.words
  FROM card_entry e
 WHERE e.doctor = :doctor
   AND e.competency = :competency
   AND e.taken_out IS NULL
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY e.done_on DESC, e.id DESC;
