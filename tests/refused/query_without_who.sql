-- refused at 3: does not ask who is asking, and has no open:

-- find: one
-- in: id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id;
