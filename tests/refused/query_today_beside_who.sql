-- refused: a reserved name, given by who: today

-- find: one
-- in: who, today day
-- out: name text
-- rows: one
SELECT name FROM person WHERE seen_by = :who AND d = :today;
