-- refused: a reserved name, given by who: as

-- find: one
-- in: as u32
-- out: name text
-- rows: one
-- open: why
SELECT name FROM person WHERE id = :as;
