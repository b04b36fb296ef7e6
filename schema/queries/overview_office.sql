-- What the secretariat sees of its region's doctors as they stood last night; never of oneself.

-- overview_sum: how many there are of what is asked for, and since when the figures are
-- in:   who, stage text, specialty u32, unit text, pressing bool
-- out:  found i64, doctors i64, pressed i64, waiting i64, made moment?
-- rows: one
SELECT COUNT(*), CAST(COALESCE(SUM(o.here), 0) AS SIGNED), CAST(COALESCE(SUM(o.weight > 0), 0) AS SIGNED),
       CAST(COALESCE(SUM(o.waiting), 0) AS SIGNED), MAX(o.made)
  FROM user_role h
  JOIN doctor_overview o ON o.region = h.region AND o.doctor <> h.person
  JOIN org_unit u        ON u.id = o.org_unit
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since
   AND :today < h.until
   AND (:stage = '' OR o.stage = :stage)
   AND (:specialty = 0 OR o.specialty = :specialty)
   AND (:unit = '' OR u.place LIKE :unit)
   AND (NOT :pressing OR o.weight > 0);

-- overview_rows: a page of them, the most pressing first
-- in:   who, stage text, specialty u32, unit text, pressing bool, skip u32, most u32
-- out:  doctor u32, name text, place text, stage text, specialty text?, since day, until day, here bool, goals i64, approved i64, waiting i64, weight u32, words text
-- rows: many
SELECT o.doctor, p.name, u.place, o.stage, s.name, e.since, e.until, o.here, o.goals, o.approved, o.waiting, o.weight, o.words
  FROM user_role h
  JOIN doctor_overview o ON o.region = h.region AND o.doctor <> h.person
  JOIN org_unit u        ON u.id = o.org_unit
  JOIN element e         ON e.id = o.element
  JOIN person p          ON p.id = o.doctor
  LEFT JOIN specialty s  ON s.id = o.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since
   AND :today < h.until
   AND (:stage = '' OR o.stage = :stage)
   AND (:specialty = 0 OR o.specialty = :specialty)
   AND (:unit = '' OR u.place LIKE :unit)
   AND (NOT :pressing OR o.weight > 0)
 ORDER BY o.weight DESC, o.element DESC
 LIMIT :skip, :most;

-- overview_groups: how many by department, specialty or stage (by: afdeling, speciale, trin), those with most to be seen to first
-- in:   who, by text, stage text, specialty u32, unit text, pressing bool, most u32
-- out:  label text?, stage text, specialty u32, doctors i64, pressed i64, waiting i64
-- rows: many
SELECT CASE :by WHEN 'afdeling' THEN u.place WHEN 'speciale' THEN s.name ELSE o.stage END AS label,
       MIN(o.stage), CAST(COALESCE(MIN(o.specialty), 0) AS UNSIGNED), CAST(SUM(o.here) AS SIGNED),
       CAST(SUM(o.weight > 0) AS SIGNED), CAST(SUM(o.waiting) AS SIGNED)
  FROM user_role h
  JOIN doctor_overview o ON o.region = h.region AND o.doctor <> h.person
  JOIN org_unit u        ON u.id = o.org_unit
  LEFT JOIN specialty s  ON s.id = o.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since
   AND :today < h.until
   AND (:stage = '' OR o.stage = :stage)
   AND (:specialty = 0 OR o.specialty = :specialty)
   AND (:unit = '' OR u.place LIKE :unit)
   AND (NOT :pressing OR o.weight > 0)
 GROUP BY label
 ORDER BY SUM(o.weight > 0) DESC, label
 LIMIT :most;
