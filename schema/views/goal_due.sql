-- Which competencies are due in which element (R-ATT-22): the one place that says so; whoever knows it
-- better (a placement by element) changes it here, and pages, statements and triggers follow.
--
-- In the last element of a training (training_whole) all goals of its course's lists.  In the others those whose placement
-- names this element last ("1. delforløb", "1. og 2. ansættelse": the second), and those that the doctor
-- has asked for or got there.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW goal_due AS
SELECT e.id AS element, e.doctor AS doctor, c.id AS competency, c.number AS number, c.title AS title,
       c.curriculum AS curriculum, c.position AS position, n.status AS status, n.kind AS kind, n.approval AS approval
  FROM element e
  JOIN course_first f      ON f.course = e.course
  JOIN course_curriculum k ON k.course = e.course AND k.left_on IS NULL
  JOIN competency c        ON c.curriculum = k.curriculum
  LEFT JOIN approval_now n ON n.doctor = e.doctor AND n.competency = c.id
 WHERE e.cancelled IS NULL
   AND (c.due_in = e.seq
        OR e.id = f.last_element
        OR (n.element = e.id AND n.status <> 'WITHDRAWN'));
