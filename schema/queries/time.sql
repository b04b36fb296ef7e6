-- time_courses: the courses of training of a doctor within reach, the first begun first
-- in:   who, doctor u32
-- out:  id u32, stage text, specialty u32?, specialty_name text?, region u32, region_code text, region_name text, number text, since day, until day, cancelled day?, doctor_name text
-- rows: many
SELECT c.id, c.stage, c.specialty, s.name, c.region, t.code, t.name, c.number, c.since, c.until, c.cancelled, p.name
  FROM training_course c
  JOIN person p          ON p.id = c.doctor
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE c.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY c.since, c.id;

-- time_elements: the elements of a doctor within reach, also cancelled ones, in the order of their days; absence of an element is seen by the doctor, the secretariat, and its own department without the daily supervisors
-- in:   who, doctor u32
-- out:  id u32, course u32, seq u32, org_unit u32, place text, place_kind text, section text?, specialty u32?, specialty_name text?, specialty_code text?, since day, until day, fraction u32, kind text, position_no text, cancelled day?, sees_absence bool
-- rows: many
SELECT e.id, e.course, e.seq, e.org_unit, u.place, u.kind, f.name, e.specialty, s.name, s.code, e.since, e.until,
       e.fraction, e.kind, e.position_no, e.cancelled,
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until
                  AND (r.role IN ('UL', 'VUS')
                       OR (r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR') AND r.element = e.id)))
  FROM element e
  JOIN org_unit u       ON u.id = e.org_unit
  LEFT JOIN org_unit f  ON f.id = e.section
  LEFT JOIN specialty s ON s.id = e.specialty
 WHERE e.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY e.since, e.seq, e.id;

-- time_agreements: the agreements and supplementary agreements of a doctor within reach that are in force, oldest first
-- in:   who, doctor u32
-- out:  id u32, course u32, kind text, number text, published day, effect text
-- rows: many
SELECT a.id, a.course, a.kind, a.number, a.published, a.effect
  FROM training_course c
  JOIN agreement a ON a.course = c.id
 WHERE c.doctor = :doctor
   AND a.cancelled IS NULL
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.published, a.id;

-- time_changes: how the elements of a doctor within reach came and moved, oldest first; agreement is the one in force that said so
-- in:   who, doctor u32
-- out:  element u32, agreement u32?, agreement_kind text?, agreement_no text?, what text, before_place text?, before_since day?, before_until day?, before_fraction u32?, after_place text?, after_since day?, after_until day?, after_fraction u32?, at moment
-- rows: many
SELECT x.element, a.id, a.kind, a.number, x.what, b.place, x.before_since, x.before_until, x.before_fraction,
       n.place, x.after_since, x.after_until, x.after_fraction, x.at
  FROM element e
  JOIN element_change x ON x.element = e.id
  LEFT JOIN org_unit b  ON b.id = x.before_org_unit
  LEFT JOIN org_unit n  ON n.id = x.after_org_unit
  LEFT JOIN agreement a ON a.id = x.agreement AND a.cancelled IS NULL
 WHERE e.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY x.at, x.id;

-- time_absences: the absence of a doctor in the elements whose absence is seen (time_elements), also what was taken out again, with what counts by the rule of the region and the first day (R-TID-09)
-- in:   who, doctor u32
-- out:  id u32, element u32, type u32, code text, title text, counts bool, since day, until day, given_by u32, by_name text, as_role text, at moment, cancelled moment?, cancelled_by text?
-- rows: many
SELECT a.id, a.element, a.type, t.code, t.title,
       COALESCE((SELECT r.counts
                   FROM absence_rule r
                  WHERE r.type = a.type AND r.region_key IN (c.region, 0) AND r.since <= a.since
                  ORDER BY r.region_key = 0, r.since DESC
                  LIMIT 1), 1) <> 0,
       a.since, a.until, a.given_by, a.by_name, a.as_role, a.at, a.cancelled, q.name
  FROM absence a
  JOIN absence_type t    ON t.id = a.type
  JOIN element e         ON e.id = a.element
  JOIN training_course c ON c.id = e.course
  LEFT JOIN person q     ON q.id = a.cancelled_by
 WHERE a.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until
                  AND (r.role IN ('UL', 'VUS')
                       OR (r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR') AND r.element = a.element)))
 ORDER BY a.since, a.id;

-- time_types: the kinds of absence in the order in which they are offered, with what counts today in the region of a course
-- in:   who, course u32
-- out:  id u32, code text, title text, counts bool
-- rows: many
SELECT t.id, t.code, t.title,
       COALESCE((SELECT r.counts
                   FROM absence_rule r
                  WHERE r.type = t.id AND r.region_key IN (c.region, 0) AND r.since <= :today
                  ORDER BY r.region_key = 0, r.since DESC
                  LIMIT 1), 1) <> 0
  FROM training_course c
  JOIN absence_type t
 WHERE c.id = :course
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = c.doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY t.position;

-- time_lists: the lists that the courses of a doctor within reach carry, those left last (R-DM-05)
-- in:   who, doctor u32
-- out:  course u32, curriculum u32, title text, version text, left bool
-- rows: many
SELECT k.course, l.id, l.title, l.version, k.left_on IS NOT NULL
  FROM course_curriculum k
  JOIN curriculum l ON l.id = k.curriculum
 WHERE k.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY k.left_on IS NOT NULL, l.title, l.id;
