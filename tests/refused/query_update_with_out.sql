-- refused: rows: promised, but this gives none

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
UPDATE person SET name = 1 WHERE id = :id AND seen_by = :who;
