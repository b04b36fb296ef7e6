-- A main package of that kind is under way, or was sent and neither withdrawn nor rejected (R-STPS-18).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_standing AS
SELECT n.doctor, n.kind, n.status = 'SENT' AS is_sent
  FROM submission_now n
 WHERE n.live = 1;
