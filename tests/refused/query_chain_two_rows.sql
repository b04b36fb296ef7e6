-- refused: one row at a time

-- find: one
-- in: who, id u32
-- rows: none
-- chain: approval
INSERT INTO approval (id, by_who) VALUES (:id, :who), (2, 3);
