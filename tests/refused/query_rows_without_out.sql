-- refused: rows: and out: disagree

-- find: one
-- in: who, id u32
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
