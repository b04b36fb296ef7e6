-- Which parts of research training a main training asks for, by region and date (R-FOS-06): those that were begun
-- are finished, also when the training was moved to another region since; else those of the course itself.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW research_applies AS
SELECT c.id AS course, c.doctor AS doctor,
       (SELECT l.id
          FROM training_course w
          JOIN research_list l ON l.training_region = w.region AND l.since <= w.since AND w.since < l.until
         WHERE w.doctor = c.doctor AND w.stage = c.stage AND w.specialty <=> c.specialty
           AND w.since <= c.since AND (w.cancelled IS NULL OR w.id = c.id)
         ORDER BY EXISTS (SELECT 1
                            FROM research_part p
                            JOIN research n ON n.part = p.id AND n.doctor = w.doctor
                           WHERE p.research_list = l.id) DESC, w.since DESC, w.id DESC
         LIMIT 1) AS list
  FROM training_course c
 WHERE c.stage = 'HU';
