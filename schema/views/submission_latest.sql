-- The latest step of each order, out of the rows themselves: for statements that add to submission_step (see
-- approval_latest).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_latest AS
SELECT t.submission, t.doctor, t.step, t.status
  FROM submission_step t
  LEFT JOIN submission_step later ON later.submission = t.submission AND later.step = t.step + 1
 WHERE later.id IS NULL;
