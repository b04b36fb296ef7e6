-- chain_plan: a step of a plan as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_sha256 blob?, words text?, once blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies,
       file, file_sha256, words, once, given_by, by_name, as_role, place, at
  FROM plan
 WHERE id = :id;
