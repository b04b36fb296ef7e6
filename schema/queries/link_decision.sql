-- chain_decision: a decision as the chain holds it, every column
-- in:   id u32
-- out:  id u32, merit u32, doctor u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, warned text, checked text, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider,
       appeal, warned, checked, given_by, by_name, as_role, place, at
  FROM decision
 WHERE id = :id;
