-- plan_elements: the elements of a doctor whose plan and talks this person may see, the latest first, and where each stands
-- in:   who, doctor u32
-- out:  element u32, doctor_name text, place text, stage text, since day, until day, main u32?, main_name text?, main_live bool, status text?, sent u32?, sent_at moment?, approved u32?, held i64, last_held day?, final_held bool, next_talk u32?, next_on day?
-- rows: many
SELECT e.id, d.name, u.place, c.stage, e.since, e.until, m.person, p.name,
       EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.person = m.person AND h.org_unit = e.org_unit AND h.role IN ('HOVEDVEJLEDER', 'TUTOR')
                  AND :today >= h.since AND :today < h.until),
       n.status, n.sent, n.sent_at, n.approved,
       (SELECT COUNT(*) FROM talk_now t WHERE t.element = e.id AND t.status = 'AGREED'),
       (SELECT MAX(t.held_on) FROM talk_now t WHERE t.element = e.id AND t.status IN ('DRAFT', 'AGREED')),
       EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND t.kind = 'FINAL' AND t.status IN ('DRAFT', 'AGREED')),
       (SELECT t.talk FROM talk_now t WHERE t.element = e.id AND t.status = 'PLANNED' ORDER BY t.planned_on, t.talk LIMIT 1),
       (SELECT MIN(t.planned_on) FROM talk_now t WHERE t.element = e.id AND t.status = 'PLANNED')
  FROM element e
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN person d               ON d.id = e.doctor
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
  LEFT JOIN person p          ON p.id = m.person
  LEFT JOIN plan_now n        ON n.doctor = e.doctor AND n.element = e.id
 WHERE e.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
 ORDER BY e.since DESC, e.id DESC;

-- plan_steps: every step of the plans of a doctor whom this person may supervise, or who one is: of one element, or of all (0); the next department sees the earlier plans
-- in:   who, doctor u32, element u32
-- out:  id u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_name text?, file_pages u32?, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.step, a.status, a.answers, a.goals, a.means, a.agreements, a.courses, a.next_steps,
       a.competencies, a.file, f.name, f.pages, a.words, a.by_name, a.as_role, a.place, a.at
  FROM plan a
  JOIN element e   ON e.id = a.element
  LEFT JOIN file f ON f.id = a.file
 WHERE a.doctor = :doctor
   AND (:element = 0 OR a.element = :element)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY e.since DESC, a.element DESC, a.step DESC;
