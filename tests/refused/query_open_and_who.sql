-- refused at 7: open, and yet asks who is asking

-- find: one
-- in: who, id u32
-- out: name text
-- rows: one
-- open: because
SELECT name FROM person WHERE id = :id AND seen_by = :who;
