-- refused: a word of C cannot be a name: long

-- find: one
-- in: who, long i32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who AND n = :long;
