-- refused: not a chained table: note

-- find: one
-- in: who, id u32
-- rows: none
-- chain: note
INSERT INTO note (id, by_who) VALUES (:id, :who);
