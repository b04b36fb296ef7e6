-- attest_reminders: elements whose day after the last is one of those days' and that lack an attestation
-- in:   after day, upto day
-- out:  element u32, doctor u32, org_unit u32, place text, until day, time_open bool, goals_open bool
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.id, e.doctor, e.org_unit, u.place, e.until, COALESCE(t.status, 'NONE') <> 'APPROVED', COALESCE(g.status, 'NONE') <> 'APPROVED'
  FROM element e
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p               ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN attestation_now t ON t.doctor = e.doctor AND t.element = e.id AND t.kind = 'TIME'
  LEFT JOIN attestation_now g ON g.doctor = e.doctor AND g.element = e.id AND g.kind = 'GOALS'
 WHERE e.until > :after AND e.until <= :upto AND e.cancelled IS NULL
   AND (COALESCE(t.status, 'NONE') <> 'APPROVED' OR COALESCE(g.status, 'NONE') <> 'APPROVED')
 ORDER BY e.until, e.id;
