-- refused at 5: no statement before it has such rows: b

-- a: one's own
-- in:   who
-- out:  like b
-- rows: many
SELECT id FROM list WHERE person = :who;

-- b: one's own
-- in:   who
-- out:  id u32
-- rows: many
SELECT id FROM list WHERE person = :who;
