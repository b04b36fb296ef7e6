-- refused: a chained table is only added to, no UPDATE

-- find: one
-- in: who, id u32
-- rows: none
UPDATE person p JOIN logbook.merit a ON a.p = p.id SET a.x = :id WHERE x = :who;
