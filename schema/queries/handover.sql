-- Doctors who go from one region to another (R-NUL-08).  None of these reads what a logbook says.

-- handover_leaving: doctors of the region who go on in another, from which day, of the last two years and to come; who leaves last stands first
-- in:   who, most u32
-- out:  doctor u32, name text, since day, region text, office_until day
-- rows: many
SELECT p.id, p.name, n.since, t.name, c.office_until
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.cancelled IS NULL AND c.doctor <> h.person AND :today < c.office_until
  JOIN training_course n ON n.doctor = c.doctor AND n.region <> c.region AND n.cancelled IS NULL AND n.since > c.since
                        AND n.since > :today - INTERVAL 2 YEAR
  JOIN training_region t ON t.id = n.region
  JOIN person p          ON p.id = c.doctor AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since AND :today < h.until
   AND NOT EXISTS (SELECT 1
                     FROM training_course b
                    WHERE b.doctor = c.doctor AND b.cancelled IS NULL AND b.id <> n.id
                      AND ((b.region = c.region AND (b.since > c.since OR (b.since = c.since AND b.id > c.id)))
                           OR (b.region <> c.region AND b.since > c.since
                               AND (b.since < n.since OR (b.since = n.since AND b.id < n.id)))))
 ORDER BY n.since DESC, p.name, p.id
 LIMIT :most;

-- handover_coming: doctors who come to the region from another, from which day, of the last year and to come; until when the other sees them
-- in:   who, most u32
-- out:  doctor u32, name text, since day, region text, office_until day
-- rows: many
SELECT p.id, p.name, c.since, t.name, o.office_until
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.cancelled IS NULL AND c.doctor <> h.person AND :today < c.office_until
                        AND c.since > :today - INTERVAL 1 YEAR
  JOIN training_course o ON o.doctor = c.doctor AND o.region <> c.region AND o.cancelled IS NULL AND o.since < c.since
  JOIN training_region t ON t.id = o.region
  JOIN person p          ON p.id = c.doctor AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since AND :today < h.until
   AND NOT EXISTS (SELECT 1
                     FROM training_course b
                    WHERE b.doctor = c.doctor AND b.cancelled IS NULL AND b.id NOT IN (c.id, o.id)
                      AND b.since < c.since AND (b.since > o.since OR (b.since = o.since AND b.id > o.id)))
 ORDER BY c.since DESC, p.name, p.id
 LIMIT :most;

-- handover_courses: the courses of training of the region that a doctor within reach leaves, with the first day of the other region's
-- in:   who, doctor u32
-- out:  course u32, name text, since day, region text, office_until day
-- rows: many
SELECT c.id, p.name, n.since, t.name, c.office_until
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.doctor = :doctor AND c.cancelled IS NULL AND :today < c.office_until
  JOIN training_course n ON n.id = (SELECT x.id
                                      FROM training_course x
                                     WHERE x.doctor = c.doctor AND x.region <> c.region AND x.cancelled IS NULL
                                       AND x.since > (SELECT MAX(b.since) FROM training_course b
                                                       WHERE b.doctor = c.doctor AND b.region = c.region AND b.cancelled IS NULL)
                                     ORDER BY x.since, x.id
                                     LIMIT 1)
  JOIN training_region t ON t.id = n.region
  JOIN person p          ON p.id = c.doctor
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY c.id;

-- handover_add: until when the secretariat keeps its access by that course of its region; what else must hold, the triggers hold
-- in:   who, course u32, until day
-- rows: none
INSERT INTO handover (course, until, given_by, by_name, as_role, at)
SELECT :course, :until, p.id, p.name, h.role, :now
  FROM user_role h
  JOIN person p ON p.id = h.person
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since AND :today < h.until;
