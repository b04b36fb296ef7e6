-- refused at 4: uses neither :who nor :as

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND born < :today AND seen < :now;
