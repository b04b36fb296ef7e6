-- chain_merit: a merit as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, note text?, letter u32?, letter_sha256 blob?, region u32, once blob, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at
  FROM merit
 WHERE id = :id;
