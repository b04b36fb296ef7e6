-- refused: does not ask who is asking

-- find: one
-- in: id u32
-- out: name text
-- rows: one
-- open: 
SELECT name FROM person WHERE id = :id;
