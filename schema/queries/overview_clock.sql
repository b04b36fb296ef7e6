-- overview_facts: all elements of today and of the last three months, with what says whether something is to be seen to
-- in:   today day
-- out:  element u32, doctor u32, region u32, specialty u32?, stage text, org_unit u32, since day, until day, course_since day, course_until day, goals i64, approved i64, waiting i64, oldest moment?, time_status text?, time_basis text?, time_at moment?, goals_status text?, goals_at moment?, has_main bool
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.id, e.doctor, c.region, c.specialty, c.stage, e.org_unit, e.since, e.until, c.since, c.until,
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN competency x ON x.curriculum = k.curriculum
         WHERE k.course = e.course AND k.left_on IS NULL),
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN approval_now n ON n.doctor = e.doctor AND n.curriculum = k.curriculum AND n.status = 'APPROVED'
         WHERE k.course = e.course AND k.left_on IS NULL),
       (SELECT COUNT(*) FROM approval_now n WHERE n.doctor = e.doctor AND n.org_unit = e.org_unit AND n.status = 'REQUESTED'),
       (SELECT MIN(n.at) FROM approval_now n WHERE n.doctor = e.doctor AND n.org_unit = e.org_unit AND n.status = 'REQUESTED'),
       t.status, t.basis, t.at, g.status, g.at,
       u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
       OR EXISTS (SELECT 1
                    FROM user_role m
                   WHERE m.org_unit = e.org_unit AND m.role = 'HOVEDVEJLEDER' AND m.person <> e.doctor
                     AND :today >= m.since AND :today < m.until)
  FROM element e
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p               ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN attestation_now t ON t.doctor = e.doctor AND t.element = e.id AND t.kind = 'TIME'
  LEFT JOIN attestation_now g ON g.doctor = e.doctor AND g.element = e.id AND g.kind = 'GOALS'
 WHERE e.cancelled IS NULL
   AND :today >= e.since
   AND :today < e.until + INTERVAL 3 MONTH;

-- overview_absences: what says how absence stands in the elements of overview_facts, by element: absence with what counts by the rule of the region and the first day, ends that agreements moved, replacement posts (id and type say something of absence alone)
-- in:   today day
-- out:  element u32, what text, id u32, type u32, counts bool, since day, until day, was_since day?, was_until day?, was_fraction u32?, fraction u32?
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.id AS element, 'SPELL' AS what, a.id AS id, a.type,
       COALESCE((SELECT y.counts
                   FROM absence_rule y
                  WHERE y.type = a.type AND y.region_key IN (c.region, 0) AND y.since <= a.since
                  ORDER BY y.region_key = 0, y.since DESC
                  LIMIT 1), 1) <> 0,
       a.since, a.until, NULL, NULL, e.fraction, e.fraction
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN absence a         ON a.element = e.id AND a.cancelled IS NULL
 WHERE e.cancelled IS NULL AND :today >= e.since AND e.until > :today - INTERVAL 3 MONTH
 UNION ALL
SELECT x.element, 'MOVE', x.element, x.element, FALSE, x.after_since, x.after_until, x.before_since, x.before_until, x.before_fraction, x.after_fraction
  FROM element e
  JOIN element_moved_on x ON x.element = e.id
 WHERE e.cancelled IS NULL AND :today >= e.since AND e.until > :today - INTERVAL 3 MONTH
 UNION ALL
SELECT x.element, 'POST', x.id, x.element, FALSE, x.since, x.until, NULL, NULL, e.fraction, e.fraction
  FROM element e
  JOIN element_replacement x ON x.element = e.id
 WHERE e.cancelled IS NULL AND :today >= e.since AND e.until > :today - INTERVAL 3 MONTH
 ORDER BY element, what, id;

-- overview_empty: the figures of yesterday go, in the transaction that puts those of today
-- in:
-- rows: none
-- open: the clock acts for the site, not for a person in a role
DELETE FROM doctor_overview;

-- overview_put: the figures of one element
-- in:   element u32, doctor u32, region u32, specialty u32?, stage text, org_unit u32, here bool, goals i64, approved i64, waiting i64, weight u32, words text, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
INSERT INTO doctor_overview (element, doctor, region, specialty, stage, org_unit, here, goals, approved, waiting, weight, words, made)
VALUES (:element, :doctor, :region, :specialty, :stage, :org_unit, :here, :goals, :approved, :waiting, :weight, :words, :now);
