-- The overview of medical employment.  Whose it is to read is said by employment_reach, which pages and
-- prints ask first; the rows behind it are asked for by the doctor's number alone, for the worker that
-- sends documentation reads them too and acts for nobody.

-- employment_reach: a doctor whose overview is within reach: one's own, and the region's for its secretariat
-- in:   who, doctor u32
-- out:  name text
-- rows: one
SELECT p.name
  FROM person p
 WHERE p.id = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role IN ('UL', 'VUS')
                  AND :today >= r.since AND :today < r.until);

-- employment_elements: the elements that have begun, as rows of the overview
-- in:   doctor u32, today day
-- out:  id u32, since day, until day, stage text, hospital text, department text, specialty text, fraction u32, position_no text, element_kind text
-- rows: many
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT e.id, e.since, e.until, c.stage, IF(u.kind = 'AFDELING', COALESCE(h.name, u.place), u.place),
       IF(u.kind = 'AFDELING' AND h.id IS NOT NULL, u.name, ''), COALESCE(s.name, k.name, ''), e.fraction, e.position_no, e.kind
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
  LEFT JOIN org_unit h   ON h.id = u.parent
  LEFT JOIN specialty s  ON s.id = e.specialty
  LEFT JOIN specialty k  ON k.id = c.specialty
 WHERE e.doctor = :doctor
   AND e.cancelled IS NULL
   AND e.since <= :today
 ORDER BY e.since, e.until, e.id;

-- employment_rows: what the doctor has added to them
-- in:   doctor u32
-- out:  id u32, since day, until day?, kind text, hospital text, department text, specialty text, fraction u32?, position_no text, remarks text
-- rows: many
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT m.id, m.since, m.until, m.kind, m.hospital, m.department, m.specialty, m.fraction, m.position_no, m.remarks
  FROM employment m
 WHERE m.doctor = :doctor
   AND m.cancelled IS NULL
 ORDER BY m.since, m.until, m.id;

-- employment_remarks: what the doctor says of elements instead of what the logbook says
-- in:   doctor u32
-- out:  element u32, remarks text
-- rows: many
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT m.element, m.remarks
  FROM employment_remark m
 WHERE m.doctor = :doctor
   AND m.cancelled IS NULL
 ORDER BY m.id;

-- employment_absences: absence in elements that counts towards the ten per cent, by the rule of the region and the first day (R-TID-09)
-- in:   doctor u32
-- out:  element u32, title text, since day, until day
-- rows: many
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT a.element, t.title, a.since, a.until
  FROM absence a
  JOIN absence_type t    ON t.id = a.type
  JOIN element e         ON e.id = a.element AND e.cancelled IS NULL
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
 WHERE a.doctor = :doctor
   AND a.cancelled IS NULL
   AND COALESCE((SELECT r.counts
                   FROM absence_rule r
                  WHERE r.type = a.type AND r.region_key IN (c.region, 0) AND r.since <= a.since
                  ORDER BY r.region_key = 0, r.since DESC
                  LIMIT 1), 1) <> 0
 ORDER BY a.since, a.id;

-- employment_moves: elements that an agreement in force moved on, with what it said, oldest first
-- in:   doctor u32
-- out:  since day?, number text, effect text
-- rows: many
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT x.after_since, g.number, g.effect
  FROM element e
  JOIN element_change x ON x.element = e.id AND x.what = 'CHANGED' AND x.after_since > x.before_since
  JOIN agreement g      ON g.id = x.agreement AND g.cancelled IS NULL
 WHERE e.doctor = :doctor
   AND e.cancelled IS NULL
 ORDER BY x.at, x.id;

-- employment_latest: how the overview was signed last
-- in:   doctor u32
-- out:  sha256 blob, by_name text, at moment
-- rows: one
-- open: of a doctor whom employment_reach or ready_reach has found, or whose documentation the worker sends
SELECT s.sha256, s.by_name, s.at
  FROM employment_signed s
 WHERE s.doctor = :doctor
 ORDER BY s.id DESC
 LIMIT 1;
