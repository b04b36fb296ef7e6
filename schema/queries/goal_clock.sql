-- goals_open: elements that run, end by that day and lack competencies that are due in them (goal_due), of whom nobody has been told yet (R-KOM-09)
-- in:   today day, upto day
-- out:  doctor u32, org_unit u32, place text, main u32?
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.doctor, e.org_unit, u.place, m.person
  FROM element e
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p               ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
                             AND EXISTS (SELECT 1
                                           FROM user_role h
                                          WHERE h.person = m.person AND h.org_unit = e.org_unit
                                            AND h.role IN ('HOVEDVEJLEDER', 'TUTOR')
                                            AND :today >= h.since AND :today < h.until)
 WHERE e.until > :today AND e.until <= :upto AND e.since <= :today AND e.cancelled IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = e.doctor AND o.kind = 'GOALS_OPEN' AND o.place = u.place AND o.made >= e.since)
   AND EXISTS (SELECT 1
                 FROM goal_due g
                WHERE g.element = e.id AND COALESCE(g.status, 'NONE') <> 'APPROVED')
 ORDER BY e.doctor, e.id;
