-- refused at 8: name the argument instead of ?

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who
   AND mark = ?;
