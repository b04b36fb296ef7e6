-- refused: a reserved name, given by who: now

-- find: one
-- in: who, now moment
-- out: name text
-- rows: one
SELECT name FROM person WHERE seen_by = :who AND d = :now;
