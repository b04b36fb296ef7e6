-- refused at 6: rows: and out: disagree

-- find: one
-- in: who, id u32
-- out: name text
-- rows: none
SELECT name FROM person WHERE id = :id AND seen_by = :who;
