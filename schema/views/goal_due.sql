-- Which competencies are due in which element (R-ATT-22): the one place that says so; whoever knows it
-- better (a placement by element) changes it here, and pages, statements and triggers follow.
--
-- In the last element of a training, whose courses may be several (training_whole), all goals of the course's lists.  In the others those whose placement
-- names this element last ("1. delforløb", "1. og 2. ansættelse": the second), and those that the doctor
-- has asked for or got there.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW goal_due AS
SELECT e.id AS element, e.doctor AS doctor, c.id AS competency, c.number AS number, c.title AS title,
       c.curriculum AS curriculum, c.position AS position
  FROM element e
  JOIN course_curriculum k ON k.course = e.course AND k.left_on IS NULL
  JOIN competency c        ON c.curriculum = k.curriculum
 WHERE e.cancelled IS NULL
   AND (NOT EXISTS (SELECT 1
                      FROM training_whole w
                      JOIN element l ON l.course = w.course AND l.cancelled IS NULL
                     WHERE w.of = e.course
                       AND (l.until > e.until OR (l.until = e.until AND l.id > e.id)))
        OR c.placement REGEXP CONCAT('(^|[^0-9])', e.seq, '[.] *(delforløb|ansættelse)[^0-9]*$')
        OR EXISTS (SELECT 1
                     FROM approval_now n
                     JOIN approval a ON a.id = n.approval
                    WHERE n.doctor = e.doctor AND n.competency = c.id AND n.status <> 'WITHDRAWN'
                      AND a.element = e.id));
