-- refused: want name and type

-- find: one
-- in: who, id u32
-- out: name text not null
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
