-- chain_approval: an approval as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, competency u32, step u32, status text, kind text, element u32?, org_unit u32?, merit u32?, rating u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
       given_by, by_name, as_role, place, at
  FROM approval
 WHERE id = :id;
