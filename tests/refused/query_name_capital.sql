-- refused: SQL without a name

-- Find: one
SELECT name FROM person WHERE id = :id AND seen_by = :who;
