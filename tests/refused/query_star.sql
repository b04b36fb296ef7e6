-- refused at 7: name the columns instead of *

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT * FROM person WHERE id = :id AND seen_by = :who;
