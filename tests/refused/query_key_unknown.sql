-- refused at 5: no such word in a header: out_

-- find: one
-- in: who, id u32
-- out_: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
