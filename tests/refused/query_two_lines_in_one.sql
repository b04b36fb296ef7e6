-- refused at 8: SQL without a header right above it

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
DELETE FROM person;
