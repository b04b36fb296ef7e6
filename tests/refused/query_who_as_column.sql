-- refused at 5: who is the subject

-- find: one
-- in: who, id u32
-- out: who text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
