-- decision_add: what was decided on the merit that this person has just given
-- in:   who, merit u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, warned text, checked text
-- rows: none
-- chain: decision
INSERT INTO decision (merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider,
                      appeal, warned, checked, given_by, by_name, as_role, place, at)
SELECT m.id, m.doctor, :ground, :reason, :for_goals, :months, :courses, :case_no, :decided_on, :decider,
       :appeal, :warned, :checked, m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM merit m
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = m.region
 WHERE m.id = :merit
   AND m.given_by = :who
   AND m.at = :now
   AND m.doctor <> :who;

-- decision_training: what the rules of merit look at in the training of a doctor within reach
-- in:   who, doctor u32
-- out:  kbu_open bool, main_training bool, general_practice bool, region text
-- rows: one
SELECT EXISTS (SELECT 1 FROM training_course c
                WHERE c.doctor = :doctor AND c.stage = 'KBU' AND c.cancelled IS NULL AND :today < c.until),
       EXISTS (SELECT 1 FROM training_course c
                WHERE c.doctor = :doctor AND c.stage = 'HU' AND c.cancelled IS NULL),
       EXISTS (SELECT 1 FROM training_course c
                 JOIN specialty s ON s.id = c.specialty AND s.code = 'almen-medicin'
                WHERE c.doctor = :doctor AND c.cancelled IS NULL),
       t.name
  FROM user_role h
  JOIN training_region t ON t.id = h.region
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);
