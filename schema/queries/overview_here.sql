-- overview_doctors: the doctors that this person's department has today, and those who left lately, with all that says whether something is to be seen to
-- in:   who
-- out:  doctor u32, name text, since day, until day, is_now bool, stage text, specialty text?, course_since day, course_until day, goals i64, approved i64, waiting i64, oldest moment?, time_status text?, time_basis text?, time_at moment?, goals_status text?, goals_at moment?, has_main bool, element u32, sees_absence bool, doubt_on day?
-- rows: many
SELECT p.id, p.name, e.since, e.until, :today < e.until, c.stage, s.name, c.since, c.until,
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN competency x ON x.curriculum = k.curriculum
         WHERE k.course = e.course AND k.left_on IS NULL),
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN approval_now n ON n.doctor = e.doctor AND n.curriculum = k.curriculum AND n.status = 'APPROVED'
         WHERE k.course = e.course AND k.left_on IS NULL),
       COALESCE(w.waiting, 0), w.oldest,
       tn.status, tn.basis, tn.at, gn.status, gn.at,
       u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
       OR EXISTS (SELECT 1
                    FROM user_role m
                   WHERE m.org_unit = e.org_unit AND m.role = 'HOVEDVEJLEDER' AND m.person <> e.doctor
                     AND :today >= m.since AND :today < m.until
                     AND (NOT m.named OR EXISTS (SELECT 1
                                                   FROM delegation g
                                                  WHERE g.held = m.id AND g.doctor = e.doctor
                                                    AND :today >= g.since AND :today < g.until))),
       e.id, r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR'),
       (SELECT MIN(x.follow_on)
          FROM doubt x
          LEFT JOIN doubt_outcome o ON o.doubt = x.id
         WHERE x.element = e.id
           AND o.id IS NULL
           AND EXISTS (SELECT 1
                         FROM talk_reach t
                        WHERE t.viewer = :who AND t.held = :as AND t.doctor = e.doctor AND t.element = x.element
                          AND :today >= t.since AND :today < t.until))
  FROM reach r
  JOIN element e               ON e.id = r.element
  JOIN training_course c       ON c.id = e.course
  JOIN org_unit u              ON u.id = e.org_unit
  JOIN person p                ON p.id = r.doctor
  LEFT JOIN specialty s        ON s.id = c.specialty
  LEFT JOIN attestation_now tn ON tn.doctor = e.doctor AND tn.element = e.id AND tn.kind = 'TIME'
  LEFT JOIN attestation_now gn ON gn.doctor = e.doctor AND gn.element = e.id AND gn.kind = 'GOALS'
  LEFT JOIN (SELECT n.doctor, COUNT(*) AS waiting, MIN(n.at) AS oldest
               FROM user_role h
               STRAIGHT_JOIN approval_now n FORCE INDEX (org_unit_waiting)
                                            ON n.org_unit = h.org_unit AND n.status = 'REQUESTED'
              WHERE h.id = :as AND h.person = :who
              GROUP BY n.doctor) w ON w.doctor = e.doctor
 WHERE r.viewer = :who
   AND r.held = :as
   AND :today >= r.element_since
   AND r.element_until > :today - INTERVAL 3 MONTH
   AND :today >= r.since
   AND :today < r.until
 ORDER BY :today < e.until DESC, p.name;

-- absence_here: what says how absence stands in the elements of this person's department whose absence is seen (time_elements), by element: absence with what counts by the rule of the region and the first day, ends that agreements moved, replacement posts (id and type say something of absence alone)
-- in:   who
-- out:  element u32, what text, id u32, type u32, counts bool, since day, until day, was_since day?, was_until day?, was_fraction u32?, fraction u32?
-- rows: many
SELECT e.id AS element, 'SPELL' AS what, a.id AS id, a.type,
       COALESCE((SELECT y.counts
                   FROM absence_rule y
                  WHERE y.type = a.type AND y.region_key IN (c.region, 0) AND y.since <= a.since
                  ORDER BY y.region_key = 0, y.since DESC
                  LIMIT 1), 1) <> 0,
       a.since, a.until, NULL, NULL, e.fraction, e.fraction
  FROM reach r
  JOIN element e         ON e.id = r.element
  JOIN training_course c ON c.id = e.course
  JOIN absence a         ON a.element = e.id AND a.cancelled IS NULL
 WHERE r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until
   AND :today >= r.element_since AND r.element_until > :today - INTERVAL 3 MONTH
   AND r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 UNION
SELECT x.element, 'MOVE', x.element, x.element, FALSE, x.after_since, x.after_until, x.before_since, x.before_until, x.before_fraction, x.after_fraction
  FROM reach r
  JOIN element_moved_on x ON x.element = r.element
 WHERE r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until
   AND :today >= r.element_since AND r.element_until > :today - INTERVAL 3 MONTH
   AND r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 UNION
SELECT x.element, 'POST', x.id, x.element, FALSE, x.since, x.until, NULL, NULL, e.fraction, e.fraction
  FROM reach r
  JOIN element e             ON e.id = r.element
  JOIN element_replacement x ON x.element = e.id
 WHERE r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until
   AND :today >= r.element_since AND r.element_until > :today - INTERVAL 3 MONTH
   AND r.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 ORDER BY element, what, id;
