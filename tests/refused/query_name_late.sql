-- refused at 3: a header begins with the name

-- in: who, id u32
-- find: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
