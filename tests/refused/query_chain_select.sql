-- refused: chain: is for an INSERT

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
-- chain: approval
SELECT name FROM person WHERE id = :id AND seen_by = :who;
