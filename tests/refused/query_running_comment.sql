-- refused: a comment that the server would run

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who /*! OR 1 */;
