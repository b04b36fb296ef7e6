-- decisions_of_doctor: what was decided on the merits of a logbook
-- in:   who, doctor u32
-- out:  merit u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text
-- rows: many
SELECT d.merit, d.ground, d.reason, d.for_goals, d.months, d.courses, d.case_no, d.decided_on, d.decider,
       d.appeal
  FROM decision d
 WHERE d.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY d.at DESC, d.id DESC;

-- decision_one: what was decided on one merit of a doctor within reach
-- in:   who, doctor u32, merit u32
-- out:  ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, warned text, checked text, by_name text, as_role text, place text, at moment
-- rows: one
SELECT d.ground, d.reason, d.for_goals, d.months, d.courses, d.case_no, d.decided_on, d.decider, d.appeal,
       d.warned, d.checked, d.by_name, d.as_role, d.place, d.at
  FROM decision d
 WHERE d.merit = :merit
   AND d.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- decision_goals: the competencies that a decided merit of a doctor within reach covers
-- in:   who, doctor u32, merit u32
-- out:  number text, title text, list text
-- rows: many
SELECT c.number, c.title, l.title
  FROM approval a
  JOIN competency c ON c.id = a.competency
  JOIN curriculum l ON l.id = c.curriculum
 WHERE a.merit = :merit
   AND a.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY c.curriculum, c.position;
