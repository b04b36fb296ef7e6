-- plan_draft_of: what the doctor is writing for an element
-- in:   who, element u32
-- out:  goals text, means text, agreements text, courses text, next_steps text, competencies text, file u32?, file_name text?, file_pages u32?, at moment
-- rows: one
SELECT d.goals, d.means, d.agreements, d.courses, d.next_steps, d.competencies, d.file, f.name, f.pages, d.at
  FROM plan_draft d
  LEFT JOIN file f ON f.id = d.file
 WHERE d.doctor = :who
   AND d.element = :element;

-- plan_drafts: for which elements the doctor has begun to write
-- in:   who
-- out:  element u32, at moment
-- rows: many
SELECT d.element, d.at
  FROM plan_draft d
 WHERE d.doctor = :who;

-- plan_draft_put: what the doctor has written so far, over what was there
-- in:   who, element u32, goals text, means text, agreements text, courses text, next_steps text, competencies text, file u32?
-- rows: none
INSERT INTO plan_draft (doctor, element, goals, means, agreements, courses, next_steps, competencies, file, at)
SELECT e.doctor, e.id, :goals, :means, :agreements, :courses, :next_steps, :competencies, f.id, :now
  FROM element e
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'UL'
  LEFT JOIN file f ON f.id = :file AND f.doctor = e.doctor AND f.kind = 'PLAN'
 WHERE e.id = :element
   AND e.doctor = :who
   AND e.cancelled IS NULL
    ON DUPLICATE KEY UPDATE goals = :goals, means = :means, agreements = :agreements, courses = :courses,
                            next_steps = :next_steps, competencies = :competencies, file = f.id, at = :now;

-- plan_draft_over: it was sent, or is not wanted
-- in:   who, element u32
-- rows: none
DELETE FROM plan_draft
 WHERE doctor = :who
   AND element = :element;

-- plan_send: the doctor sends the plan of an element: the first, or a new version of it
-- in:   who, element u32, goals text, means text, agreements text, courses text, next_steps text, competencies text, file u32?, once blob
-- rows: none
-- chain: plan
INSERT INTO plan (doctor, element, step, status, goals, means, agreements, courses, next_steps, competencies,
                  file, file_sha256, once, given_by, by_name, as_role, place, at)
SELECT p.id, e.id, COALESCE(n.step, 0) + 1, 'SENT', :goals, :means, :agreements, :courses, :next_steps, :competencies,
       f.id, f.content, :once, p.id, p.name, h.role, u.place, :now
  FROM person p
  JOIN user_role h        ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN element e          ON e.id = :element AND e.doctor = p.id AND e.cancelled IS NULL
                         AND :today < e.until + INTERVAL 3 MONTH
  JOIN org_unit u         ON u.id = e.org_unit
  LEFT JOIN file f        ON f.id = :file AND f.doctor = p.id AND f.kind = 'PLAN'
  LEFT JOIN plan_latest n ON n.doctor = p.id AND n.element = e.id
 WHERE p.id = :who
   AND (:file IS NULL OR f.id IS NOT NULL);

-- plan_of_form: what a form has sent already
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT a.id
  FROM plan a
 WHERE a.once = :once
   AND a.doctor = :who;
