-- refused at 4: never used: mark

-- find: one
-- in: who, id u32, mark text
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
