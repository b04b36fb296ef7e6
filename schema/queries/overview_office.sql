-- What the secretariat sees of its region's doctors as they stood last night; never of oneself.

-- overview_sum: how many there are of what is asked for, and since when the figures are
-- in:   who, stage text, specialty u32, unit text, pressing bool
-- out:  found i64, doctors i64, pressed i64, waiting i64, made moment?
-- rows: one
SELECT COUNT(*), COUNT(IF(o.here, 1, NULL)), COUNT(IF(o.weight > 0, 1, NULL)), CAST(COALESCE(SUM(o.waiting), 0) AS SIGNED), (SELECT d.made FROM doctor_overview d LIMIT 1)
  FROM user_role h
  JOIN doctor_overview o FORCE INDEX (counted) ON o.region = h.region AND o.doctor <> h.person
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :today >= h.since
   AND :today < h.until
   AND (:stage = '' OR o.stage = :stage)
   AND (:specialty = 0 OR o.specialty = :specialty)
   AND (:unit = '' OR EXISTS (SELECT 1 FROM org_unit u WHERE u.id = o.org_unit AND u.place LIKE :unit))
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
-- out:  label text?, stage text?, specialty u32?, doctors i64, pressed i64, waiting i64
-- rows: many
SELECT CASE :by WHEN 'afdeling' THEN u.place WHEN 'speciale' THEN s.name ELSE g.stage END AS label,
       g.stage, g.specialty, g.doctors, g.pressed, g.waiting
  FROM (SELECT MIN(o.stage) AS stage, MIN(o.specialty) AS specialty, MIN(o.org_unit) AS org_unit,
               COUNT(IF(o.here, 1, NULL)) AS doctors, COUNT(IF(o.weight > 0, 1, NULL)) AS pressed,
               CAST(SUM(o.waiting) AS SIGNED) AS waiting
          FROM user_role h
          JOIN doctor_overview o FORCE INDEX (counted) ON o.region = h.region AND o.doctor <> h.person
         WHERE h.id = :as
           AND h.person = :who
           AND h.role = 'VUS'
           AND :today >= h.since
           AND :today < h.until
           AND (:stage = '' OR o.stage = :stage)
           AND (:specialty = 0 OR o.specialty = :specialty)
           AND (:unit = '' OR EXISTS (SELECT 1 FROM org_unit u WHERE u.id = o.org_unit AND u.place LIKE :unit))
           AND (NOT :pressing OR o.weight > 0)
         GROUP BY CASE :by WHEN 'afdeling' THEN o.org_unit
                           WHEN 'speciale' THEN o.specialty
                           ELSE FIELD(o.stage, 'KBU', 'INTRO', 'HU', 'EVAL') END) g
  JOIN org_unit u       ON u.id = g.org_unit
  LEFT JOIN specialty s ON s.id = g.specialty
 ORDER BY g.pressed DESC, label
 LIMIT :most;
