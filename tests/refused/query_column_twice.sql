-- refused: named twice: name

-- find: one
-- in: who, id u32
-- out: name text, name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
