-- refused: a word of C cannot be a name: switch

-- switch: one
-- in: who, id u32
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
