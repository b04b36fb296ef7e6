-- refused: a chained table is only added to, no DELETE

-- find: one
-- in: who, id u32
-- rows: none
DELETE FROM merit WHERE id = :id AND x = :who;
