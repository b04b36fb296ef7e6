-- The latest row of each story of research training, out of the rows themselves: for statements
-- that add to it (see approval_latest).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW research_latest AS
SELECT a.id, a.doctor, a.part, a.step, a.status, a.kind, a.asked, a.title, a.held_on, a.venue,
       a.half_days, a.courses, a.file, a.file_sha256
  FROM research a
  LEFT JOIN research later ON later.doctor = a.doctor AND later.part = a.part AND later.step = a.step + 1
 WHERE later.id IS NULL;
