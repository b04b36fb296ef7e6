-- refused at 8: no statement asks the system for the date or for luck

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who
   AND x < NOW();
