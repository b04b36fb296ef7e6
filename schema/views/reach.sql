-- Who reaches which doctor's logbook, in which role held, from when and until when: the one
-- place that says so (R-ROL-04, R-ROL-09, R-NUL-08).  Statements join it with
--   r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until
-- element is NULL where the reach is not tied to an element.  A department sees the whole
-- logbook while the doctor is there and three months after, so that what was asked for
-- late can be answered; nobody but the doctor is ever in their own reach as another role.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW reach AS
SELECT h.person AS viewer, h.id AS held, h.role AS role,
       h.person AS doctor, NULL AS element,
       h.since AS since, h.until AS until,
       1 AS is_own, 0 AS may_approve, 0 AS may_merit
  FROM user_role h
 WHERE h.role = 'UL'
UNION ALL
SELECT h.person, h.id, h.role,
       e.doctor, e.id,
       GREATEST(h.since, e.since), LEAST(h.until, e.until + INTERVAL 3 MONTH),
       0, 1, 0
  FROM user_role h
  JOIN element e ON e.org_unit = h.org_unit AND e.doctor <> h.person
 WHERE h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
UNION ALL
SELECT o.viewer, o.held, o.role,
       o.doctor, NULL,
       o.since, o.until,
       0, 0, 1
  FROM office_reach o
UNION ALL
SELECT h.person, h.id, h.role,
       c.doctor, NULL,
       GREATEST(h.since, c.since), LEAST(h.until, c.office_until, c.until),
       0, 0, 0
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.specialty = h.specialty AND c.doctor <> h.person
 WHERE h.role = 'PKL';
