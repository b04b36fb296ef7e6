-- refused: a chained table is only added to, no REPLACE

-- find: one
-- in: who, id u32
-- rows: none
REPLACE INTO approval (id, w) VALUES (:id, :who);
