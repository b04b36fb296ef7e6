-- refused at 4: who is the subject, and takes no type

-- find: one
-- in: who u32, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
