-- refused: chain: goes with rows: none

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
-- chain: approval
INSERT INTO approval (id, by_who) VALUES (:id, :who) RETURNING name;
