-- my_courses: the courses that the role in use leads or provides
-- in:   who
-- out:  id u32, name text, specialty text?
-- rows: many
SELECT d.id, d.name, s.name
  FROM user_role h
  JOIN course_def d     ON (h.role = 'HKL' AND d.specialty = h.specialty)
                        OR (h.role IN ('DKL', 'KURSUSUDBYDER') AND d.id = h.course)
  LEFT JOIN specialty s ON s.id = d.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND :today >= h.since
   AND :today < h.until
 ORDER BY d.name;
