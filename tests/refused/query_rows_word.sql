-- refused at 6: rows: is one, many or none, not some

-- find: one
-- in: who, id u32
-- out: name text
-- rows: some
SELECT name FROM person WHERE id = :id AND seen_by = :who;
