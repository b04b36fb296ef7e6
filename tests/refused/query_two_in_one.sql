-- refused at 7: a ; in the middle

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who; DELETE FROM person;
