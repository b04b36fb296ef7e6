-- class_of: a hold whose course the role in use leads or provides
-- in:   who, run u32
-- out:  name text, course text, place text, since day, until day, hours u32
-- rows: one
SELECT v.name, d.name, v.place, v.since, v.until, v.hours
  FROM user_role h
  JOIN course_run v ON v.id = :run
  JOIN course_def d ON d.id = v.course
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
            AND (d.specialty = h.specialty
                 OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))));

-- class_list: who takes part in it, and how it went
-- in:   who, run u32
-- out:  doctor u32, name text, auth_id text?, status text?, kind text?, here bool, absent u32?, words text?, at moment?, by_name text?
-- rows: many
SELECT p.id, p.name, p.auth_id, a.status, a.kind, a.run <=> s.run, a.absent, a.words, a.at, a.by_name
  FROM course_seat s
  JOIN person p                 ON p.id = s.doctor
  LEFT JOIN course_record_now n ON n.doctor = s.doctor AND n.course = s.course
  LEFT JOIN course_record a     ON a.id = n.record
 WHERE s.run = :run
   AND s.taken_out IS NULL
   AND EXISTS (SELECT 1
                 FROM reach_course r
                WHERE r.viewer = :who AND r.held = :as AND r.course = s.course AND r.doctor = s.doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY p.name, p.id;
