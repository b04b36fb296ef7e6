-- Who is logged in: seen within the hour before anybody was last seen, which is now, on whatever day the
-- clock of a try-out stands (session_rule.h).  For views through which a program reads what is the
-- doctor's alone, so that it could not read it of others were it taken over.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW live_doctor AS
SELECT DISTINCT s.person AS id
  FROM session s
 WHERE s.stage = 'FULL'
   AND s.ended IS NULL
   AND s.seen >= (SELECT MAX(l.seen) FROM session l) - INTERVAL 62 MINUTE;
