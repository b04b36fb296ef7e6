-- chain_employment_signed: an overview of employment as it was signed, as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, list text, sha256 blob, once blob, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, list, sha256, once, given_by, by_name, as_role, place, at
  FROM employment_signed
 WHERE id = :id;
