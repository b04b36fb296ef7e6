-- refused: a chained table is only added to, no DELETE

-- find: one
-- in: who, id u32
-- rows: none
DELETE a FROM person p JOIN `approval` a ON a.p = p.id WHERE a.id = :id AND x = :who;
