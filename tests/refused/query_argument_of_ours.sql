-- refused: the generated function uses this name itself: row

-- find: one
-- in: who, row i32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who AND n = :row;
