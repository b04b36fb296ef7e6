-- chain_file_check: a step in the story of a file as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, file u32, step u32, status text, sha256 blob, title text, words text?, once blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, file, step, status, sha256, title, words, once, given_by, by_name, as_role, place, at
  FROM file_check
 WHERE id = :id;
