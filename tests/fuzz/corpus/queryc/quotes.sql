-- refused: never used: mark

-- find: one
-- in: who, id u32, mark text
-- out: name text
-- rows: one
SELECT name FROM person WHERE id = :id AND seen_by = :who AND m = ':mark' AND `:mark` = ":mark" /* :mark */ -- :mark
;
