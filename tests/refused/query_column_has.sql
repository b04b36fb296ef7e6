-- refused: named twice: has_n

-- find: one
-- in: who, id u32
-- out: n i32?, has_n bool
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
