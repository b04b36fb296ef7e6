-- refused at 7: said twice: rows:

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
-- rows: many
SELECT name FROM person WHERE id = :id AND seen_by = :who;
