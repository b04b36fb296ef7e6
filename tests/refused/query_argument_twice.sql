-- refused at 4: named twice: id

-- find: one
-- in: who, id u32, id text
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
