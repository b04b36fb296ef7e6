-- The courses of training that are one training: of the same doctor, stage and specialty.  A training that was
-- moved to another region, or taken up again after an interruption, is several rows and is judged as one; what
-- was cancelled is none of it.  Statements join it with  w.of = the course that they know.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW training_whole AS
SELECT c.id AS of, w.id AS course, w.doctor AS doctor, w.since AS since, w.until AS until
  FROM training_course c
  JOIN training_course w ON w.doctor = c.doctor AND w.stage = c.stage AND w.specialty <=> c.specialty
                        AND (w.cancelled IS NULL OR w.id = c.id);

-- The curricula that bind in that training; one that two of its courses have stands twice.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW training_list AS
SELECT w.of AS of, w.doctor AS doctor, l.curriculum AS curriculum
  FROM training_whole w
  JOIN course_curriculum l ON l.course = w.course AND l.left_on IS NULL;
