-- refused: no ON DUPLICATE KEY

-- find: one
-- in: who, id u32
-- rows: none
-- chain: approval
INSERT INTO approval (id, by_who) VALUES (:id, :who) ON DUPLICATE KEY UPDATE id = 1;
