-- refused: a chained table is only added to, no UPDATE

-- find: one
-- in: who, id u32
-- rows: none
UPDATE approval SET id = :id WHERE x = :who;
