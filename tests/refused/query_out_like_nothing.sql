-- refused at 6: no statement before it has such rows: elsewhere

-- own_lists: one's own
-- in:   who
-- rows: many
-- out:  like elsewhere
SELECT id
  FROM list
 WHERE person = :who;
