-- The latest row of each course story, out of the rows themselves: as approval_latest, for statements
-- that add to course_record.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW course_record_latest AS
SELECT a.id, a.doctor, a.course, a.step, a.status, a.kind, a.run, a.file, a.file_sha256, a.held_on
  FROM course_record a
  LEFT JOIN course_record later ON later.doctor = a.doctor AND later.course = a.course
                               AND later.step = a.step + 1
 WHERE later.id IS NULL;
