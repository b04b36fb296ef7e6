-- overview_doctors: the doctors that this person's department has today, and those who left lately, with all that says whether something is to be seen to
-- in:   who
-- out:  doctor u32, name text, since day, until day, is_now bool, stage text, specialty text?, course_since day, course_until day, goals i64, approved i64, waiting i64, oldest moment?, time_status text?, time_basis text?, time_at moment?, goals_status text?, goals_at moment?, has_main bool
-- rows: many
SELECT p.id, p.name, e.since, e.until, :today < e.until, c.stage, s.name, c.since, c.until,
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN competency x ON x.curriculum = k.curriculum
         WHERE k.course = e.course AND k.left_on IS NULL),
       (SELECT COUNT(*)
          FROM course_curriculum k
          JOIN competency x   ON x.curriculum = k.curriculum
          JOIN approval_now n ON n.doctor = e.doctor AND n.competency = x.id AND n.status = 'APPROVED'
         WHERE k.course = e.course AND k.left_on IS NULL),
       (SELECT COUNT(*) FROM approval_now n WHERE n.doctor = e.doctor AND n.org_unit = e.org_unit AND n.status = 'REQUESTED'),
       (SELECT MIN(n.at) FROM approval_now n WHERE n.doctor = e.doctor AND n.org_unit = e.org_unit AND n.status = 'REQUESTED'),
       tn.status, tn.basis, tn.at, gn.status, gn.at,
       u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
       OR EXISTS (SELECT 1
                    FROM user_role m
                   WHERE m.org_unit = e.org_unit AND m.role = 'HOVEDVEJLEDER' AND m.person <> e.doctor
                     AND :today >= m.since AND :today < m.until
                     AND (NOT m.named OR EXISTS (SELECT 1
                                                   FROM delegation g
                                                  WHERE g.held = m.id AND g.doctor = e.doctor
                                                    AND :today >= g.since AND :today < g.until)))
  FROM reach r
  JOIN element e               ON e.id = r.element
  JOIN training_course c       ON c.id = e.course
  JOIN org_unit u              ON u.id = e.org_unit
  JOIN person p                ON p.id = r.doctor
  LEFT JOIN specialty s        ON s.id = c.specialty
  LEFT JOIN attestation_now tn ON tn.doctor = e.doctor AND tn.element = e.id AND tn.kind = 'TIME'
  LEFT JOIN attestation_now gn ON gn.doctor = e.doctor AND gn.element = e.id AND gn.kind = 'GOALS'
 WHERE r.viewer = :who
   AND r.held = :as
   AND :today >= r.since
   AND :today < r.until
 ORDER BY :today < e.until DESC, p.name;
