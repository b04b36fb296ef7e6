-- basis_give: the secretariat approves a course on another basis, or as merit (R-KUR-07, R-KUR-10); final, with no condition
-- in:   who, doctor u32, course u32, kind text, words text
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, region, words, given_by, by_name, as_role, place, at)
SELECT d.id, k.id, COALESCE(l.step, 0) + 1, 'APPROVED', :kind, t.id, :words, p.id, p.name, h.role, t.name, :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN training_region t           ON t.id = h.region
  JOIN person d                    ON d.id = :doctor AND d.id <> :who AND d.gone IS NULL
  JOIN course_def k                ON k.id = :course AND k.kind IN ('GENERAL', 'SPECIALTY', 'CROSS_SPECIALTY')
  LEFT JOIN course_record_latest l ON l.doctor = d.id AND l.course = k.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND (:kind = 'MERIT' OR (:kind = 'OTHER_BASIS' AND k.kind = 'GENERAL'))
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND NOT (:kind = 'OTHER_BASIS'
            AND EXISTS (SELECT 1
                          FROM training_course v
                         WHERE v.doctor = d.id AND v.stage = 'EVAL' AND v.cancelled IS NULL
                           AND :today >= v.since AND :today < v.until))
   AND EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = d.id AND c.stage = k.stage AND c.cancelled IS NULL
                  AND (k.kind = 'GENERAL' OR k.specialty = c.specialty
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = c.specialty)))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- basis_of_merit: a course that the decision on a merit covers, just given in this transaction, is approved as merit on its words (merit_course)
-- in:   who, merit u32, course u32
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, region, words, given_by, by_name, as_role, place, at)
SELECT d.doctor, k.id, COALESCE(l.step, 0) + 1, 'APPROVED', 'MERIT', m.region,
       CONCAT('Afgørelse, sagsnr. ', d.case_no, ' af ', DATE_FORMAT(d.decided_on, '%d.%m.%Y')),
       d.given_by, d.by_name, d.as_role, d.place, d.at
  FROM decision d
  JOIN merit m                     ON m.id = d.merit
  JOIN user_role h                 ON h.id = :as AND h.person = :who AND h.role = 'VUS' AND h.region = m.region
  JOIN course_def k                ON k.id = :course AND k.kind IN ('GENERAL', 'SPECIALTY', 'CROSS_SPECIALTY')
  LEFT JOIN course_record_latest l ON l.doctor = d.doctor AND l.course = k.id
 WHERE d.merit = :merit
   AND d.given_by = :who
   AND d.at = :now
   AND d.courses IS NOT NULL
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = d.doctor AND c.stage = k.stage AND c.cancelled IS NULL
                  AND (k.kind = 'GENERAL' OR k.specialty = c.specialty
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = c.specialty)))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = d.doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- basis_given: what stands for that course, for a form that was sent twice
-- in:   who, doctor u32, course u32
-- out:  status text, kind text, by_name text, as_role text, at moment, mine bool
-- rows: one
SELECT a.status, a.kind, a.by_name, a.as_role, a.at, a.given_by = :who
  FROM course_record_now n
  JOIN course_record a ON a.id = n.record
 WHERE n.doctor = :doctor
   AND n.course = :course
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- is_evaluated: is the doctor in evaluation employment today (R-KUR-15)
-- in:   who, doctor u32
-- out:  number text
-- rows: many
SELECT c.number
  FROM training_course c
 WHERE c.doctor = :doctor
   AND c.stage = 'EVAL'
   AND c.cancelled IS NULL
   AND :today >= c.since
   AND :today < c.until
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- general_courses: the general courses, and those of the region of who asks; which of them they keep
-- in:   who
-- out:  course u32, code text, name text, stage text, days u32?, hours u32?, required bool, regional bool, since day, until day, mine bool
-- rows: many
SELECT d.id, d.code, d.name, COALESCE(d.stage, ''), d.days, d.hours, d.required, d.region IS NOT NULL, d.since, d.until,
       IF(h.role = 'VUS', d.region <=> h.region, d.region IS NULL)
  FROM user_role h
  JOIN course_def d ON d.kind = 'GENERAL' AND (d.region IS NULL OR h.role = 'PROJEKTLEDER' OR d.region = h.region)
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER')
 ORDER BY :today < d.until DESC, FIELD(d.stage, 'KBU', 'INTRO', 'HU'), d.region IS NOT NULL, d.position, d.name, d.id;

-- general_course_add: a course of the region by its secretariat, a general one by the project leader
-- in:   who, code text, name text, stage text, days u32?, hours u32?, required bool
-- rows: none
INSERT INTO course_def (code, name, kind, stage, region, required, days, hours, position, since)
SELECT :code, :name, 'GENERAL', :stage, IF(h.role = 'VUS', h.region, NULL), :required, :days, :hours, 60, :today
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= h.since
   AND :today < h.until;

-- general_course_end: from that day on it is asked of nobody more; by who keeps it
-- in:   who, course u32, until day
-- rows: none
UPDATE course_def d
  JOIN user_role h ON h.id = :as AND h.person = :who AND :today >= h.since AND :today < h.until
                  AND ((h.role = 'VUS' AND d.region = h.region) OR (h.role = 'PROJEKTLEDER' AND d.region IS NULL))
   SET d.until = :until
 WHERE d.id = :course
   AND d.kind = 'GENERAL'
   AND d.until > :until
   AND :until >= :today;

-- provided_choices: general courses that a provider in the region of who asks may have
-- in:   who
-- out:  id u32, name text
-- rows: many
SELECT d.id, d.name
  FROM user_role h
  JOIN course_def d ON d.kind = 'GENERAL' AND (d.region IS NULL OR d.region = h.region)
                   AND :today >= d.since AND :today < d.until
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
 ORDER BY d.region IS NOT NULL, d.position, d.name, d.id;

-- cross_courses: the courses that specialties share (R-KUR-21), those that ended last
-- in:   who
-- out:  course u32, name text, hours u32?, specialties text?, since day, until day
-- rows: many
SELECT d.id, d.name, d.hours,
       (SELECT GROUP_CONCAT(s.name ORDER BY s.name SEPARATOR ', ')
          FROM course_specialty x
          JOIN specialty s ON s.id = x.specialty
         WHERE x.course = d.id),
       d.since, d.until
  FROM user_role h
  JOIN course_def d ON d.kind = 'CROSS_SPECIALTY'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'PROJEKTLEDER'
 ORDER BY :today < d.until DESC, d.name, d.id;

-- cross_specialties: the specialties of today, and the hours that their own and shared courses have (R-KUR-20)
-- in:   who
-- out:  specialty u32, name text, hours i64
-- rows: many
SELECT s.id, s.name,
       CAST(COALESCE((SELECT SUM(d.hours)
                   FROM course_def d
                  WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND :today < d.until
                    AND (d.specialty = s.id
                         OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = s.id))), 0) AS INT)
  FROM user_role h
  JOIN specialty s ON :today >= s.since AND :today < s.until
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'PROJEKTLEDER'
 ORDER BY s.name;

-- cross_course_add: a course that specialties share; cross_course_of says which
-- in:   who, code text, name text, hours u32
-- rows: none
INSERT INTO course_def (code, name, kind, stage, required, hours, position, since)
SELECT :code, :name, 'CROSS_SPECIALTY', 'HU', TRUE, :hours, 60, :today
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'PROJEKTLEDER'
   AND :today >= h.since
   AND :today < h.until
   AND NOT EXISTS (SELECT 1 FROM course_def o WHERE o.kind = 'CROSS_SPECIALTY' AND o.name = :name AND :today < o.until);

-- cross_course_of: one of the specialties that share the course that was just added
-- in:   who, course u32, specialty u32
-- rows: none
INSERT INTO course_specialty (code, course, specialty)
SELECT CONCAT(d.code, '/', s.code), d.id, s.id
  FROM user_role h
  JOIN course_def d ON d.id = :course AND d.kind = 'CROSS_SPECIALTY' AND d.since = :today
  JOIN specialty s  ON s.id = :specialty AND :today >= s.since AND :today < s.until
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'PROJEKTLEDER'
   AND :today >= h.since
   AND :today < h.until;

-- cross_course_end: from that day on it is asked of nobody more
-- in:   who, course u32, until day
-- rows: none
UPDATE course_def d
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'PROJEKTLEDER'
                  AND :today >= h.since AND :today < h.until
   SET d.until = :until
 WHERE d.id = :course
   AND d.kind = 'CROSS_SPECIALTY'
   AND d.until > :until
   AND :until >= :today;
