-- refused at 6: an INSERT INTO a chained table, and no chain

-- find: one
-- in: who, id u32
-- rows: none
INSERT INTO approval (id, by_who) VALUES (:id, :who);
