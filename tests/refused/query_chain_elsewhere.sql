-- refused at 6: chain: is for an INSERT INTO approval

-- find: one
-- in: who, id u32
-- rows: none
-- chain: approval
INSERT INTO note (id, by_who) VALUES (:id, :who);
