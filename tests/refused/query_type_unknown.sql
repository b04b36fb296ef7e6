-- refused at 5: no such type: u64

-- find: one
-- in: who, id u32
-- out: name u64
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
