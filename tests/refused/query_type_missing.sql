-- refused at 5: has no type: name

-- find: one
-- in: who, id u32
-- out: name
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
