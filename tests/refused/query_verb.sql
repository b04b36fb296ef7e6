-- refused: begins with none of

-- find: one
-- in: who, id u32
-- rows: none
TRUNCATE person /* :id :who */;
