-- refused: an INSERT INTO a chained table, and no chain

-- find: one
-- in: who, id u32
-- rows: none
INSERT IGNORE INTO logbook . `Approval` (id, by_who) VALUES (:id, :who);
