-- The latest row of each plan's story, out of the rows themselves: for statements that add to plan
-- (see approval_latest).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW plan_latest AS
SELECT a.id, a.doctor, a.element, a.step, a.status, a.place
  FROM plan a
  LEFT JOIN plan later ON later.doctor = a.doctor AND later.element = a.element AND later.step = a.step + 1
 WHERE later.id IS NULL;
