-- chain_approval: an approval as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, competency u32, step u32, status text, kind text, element u32?, org_unit u32?, merit u32?, rating u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
       given_by, by_name, as_role, place, at
  FROM approval
 WHERE id = :id;

-- chain_merit: a merit as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, note text?, letter u32?, letter_sha256 blob?, region u32, once blob, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at
  FROM merit
 WHERE id = :id;

-- chain_plan: a step of a plan as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_sha256 blob?, words text?, once blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies,
       file, file_sha256, words, once, given_by, by_name, as_role, place, at
  FROM plan
 WHERE id = :id;

-- chain_lock: take the lock of a doctor's chain, beginning it when there is none
-- in:   doctor u32, zero blob
-- rows: none
-- open: follows a row that was added within reach
INSERT INTO chain_head (doctor, n, hash, seal)
VALUES (:doctor, 0, :zero, :zero)
    ON DUPLICATE KEY UPDATE n = n;

-- chain_end: where the locked chain ends
-- in:   doctor u32
-- out:  n u32, hash blob, seal blob
-- rows: one
-- open: follows a row that was added within reach
SELECT n, hash, seal
  FROM chain_head
 WHERE doctor = :doctor;

-- chain_add: one link more
-- in:   doctor u32, n u32, kind text, row_id u32, hash blob
-- rows: none
-- open: follows a row that was added within reach
INSERT INTO chain_link (doctor, n, kind, row_id, hash)
VALUES (:doctor, :n, :kind, :row_id, :hash);

-- chain_move: the head goes on to the new link
-- in:   doctor u32, n u32, hash blob, seal blob
-- rows: none
-- open: follows a row that was added within reach
UPDATE chain_head
   SET n = :n, hash = :hash, seal = :seal
 WHERE doctor = :doctor;
