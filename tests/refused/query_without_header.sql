-- refused at 3: SQL without a header right above it

SELECT name FROM person WHERE id = :id AND seen_by = :who;
