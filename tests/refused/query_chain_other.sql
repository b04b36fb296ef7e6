-- refused: chain: is for an INSERT INTO merit

-- find: one
-- in: who, id u32
-- rows: none
-- chain: merit
INSERT INTO approval (id, by_who) VALUES (:id, :who);
