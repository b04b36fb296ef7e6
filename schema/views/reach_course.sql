-- Which course of which doctor a course role may see and act on (R-ROL-10): a part-course leader and a
-- provider the one course that the role is tied to, of those who take part in it or have sent a
-- certificate for it; a head course leader the courses of the specialty, of its doctors and of all who
-- take part.  Nothing else of the doctor: no competencies.  Statements join it with
--   r.viewer = :who AND r.held = :as AND r.course = … AND r.doctor = … AND :today >= r.since AND :today < r.until
CREATE OR REPLACE SQL SECURITY DEFINER VIEW reach_course AS
SELECT h.person AS viewer, h.id AS held, h.role AS role, d.id AS course, p.id AS doctor,
       h.since AS since, h.until AS until, h.role = 'HKL' AS may_series, h.role = 'KURSUSUDBYDER' AS may_verify
  FROM user_role h
  JOIN course_def d
  JOIN person p
 WHERE p.id <> h.person
   AND p.gone IS NULL
   AND ((h.role = 'DKL' AND d.id = h.course AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY'))
        OR (h.role = 'KURSUSUDBYDER' AND d.id = h.course AND d.kind = 'GENERAL')
        OR (h.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY', 'SERIES')
            AND (d.specialty = h.specialty
                 OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND (EXISTS (SELECT 1 FROM course_seat s WHERE s.course = d.id AND s.doctor = p.id AND s.taken_out IS NULL)
        OR EXISTS (SELECT 1 FROM course_record_now n WHERE n.course = d.id AND n.doctor = p.id
                      AND n.status <> 'WITHDRAWN')
        OR (h.role = 'HKL' AND EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id AND c.stage = 'HU'
                                          AND c.specialty = h.specialty AND c.cancelled IS NULL)));
