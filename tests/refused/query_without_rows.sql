-- refused at 3: has no rows: find

-- find: one
-- in: who, id u32
-- out: name text
SELECT name FROM person WHERE id = :id AND seen_by = :who;
