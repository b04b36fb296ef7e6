-- refused at 8: not among its in: :who

-- find: one
-- in: id u32
-- out: name text
-- rows: one
-- open: why
SELECT name FROM person WHERE id = :id AND seen_by = :who;
