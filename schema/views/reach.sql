-- Who reaches which doctor's logbook, in which role held, from when and until when: the one
-- place that says so (R-ROL-04, R-ROL-09, R-NUL-08).  Statements join it with
--   r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until
-- element is NULL where the reach is not tied to an element.  Who asks for many doctors of a department
-- says besides what since and until hold of them anyway, :today >= r.element_since AND r.element_until >
-- :today - INTERVAL 3 MONTH: that is answered from the element's key, before anything is joined.  A department sees the whole
-- logbook while the doctor is there and three months after, so that what was asked for
-- late can be answered; a supervisor to whom doctors were delegated by name reaches these alone,
-- for as long as that was said (R-ROL-07); nobody but the doctor is ever in their own reach as another role.
--
-- One SELECT, not a UNION of roles: the server merges it into the statement and looks up one
-- role held and one doctor by key.  A UNION it would first gather whole, for the arguments of
-- a prepared statement are not handed down into one: seconds, with all of Denmark's doctors.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW reach AS
SELECT h.person AS viewer, h.id AS held, h.role AS role,
       d.id AS doctor, e.id AS element,
       CASE h.role WHEN 'UL'  THEN h.since
                   WHEN 'VUS' THEN h.since
                   WHEN 'PKL' THEN GREATEST(h.since, c.since)
                   ELSE            GREATEST(h.since, e.since, COALESCE(g.since, h.since)) END AS since,
       CASE h.role WHEN 'UL'  THEN h.until
                   WHEN 'VUS' THEN LEAST(h.until, c.office_until)
                   WHEN 'PKL' THEN LEAST(h.until, c.office_until, c.until)
                   ELSE            LEAST(h.until, e.until + INTERVAL 3 MONTH, COALESCE(g.until, h.until)) END AS until,
       h.role = 'UL' AS is_own,
       h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR') AS may_approve,
       h.role = 'VUS' AS may_merit,
       e.since AS element_since, e.until AS element_until
  FROM user_role h
  JOIN person d
  LEFT JOIN element e         ON e.doctor = d.id AND e.org_unit = h.org_unit
                             AND h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
                             AND e.cancelled IS NULL
  LEFT JOIN delegation g      ON h.named AND g.held = h.id AND g.doctor = d.id
  LEFT JOIN training_course c ON c.doctor = d.id AND c.region = h.region
                             AND (h.role = 'VUS' OR (h.role = 'PKL' AND c.specialty = h.specialty
                                                     AND c.cancelled IS NULL))
 WHERE (h.role = 'UL' AND d.id = h.person)
    OR (d.id <> h.person AND ((e.id IS NOT NULL AND (NOT h.named OR g.id IS NOT NULL)) OR c.id IS NOT NULL));
