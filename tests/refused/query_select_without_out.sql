-- refused: rows: none, but this gives rows

-- find: one
-- in: who, id u32
-- rows: none
SELECT name FROM person WHERE id = :id AND seen_by = :who;
