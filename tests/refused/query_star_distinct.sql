-- refused: name the columns instead of *

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT DISTINCT /* all */ * FROM person p WHERE id = :id AND seen_by = :who;
