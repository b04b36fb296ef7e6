-- For whom a main package of which kind is under way or was received (R-STPS-18): for nobody, as long as
-- none can be sent.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_standing AS
SELECT p.id AS doctor, CAST('' AS CHAR(10)) AS kind
  FROM person p
 WHERE FALSE;
