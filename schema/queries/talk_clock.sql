-- talks_due: elements that began within those days, the last of them included, of KBU or of the others, that still lack a plan that was sent or an introductory talk that was held
-- in:   after day, upto day, kbu bool
-- out:  doctor u32, org_unit u32, place text, main u32?, plan bool, talk bool
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.doctor, e.org_unit, u.place, m.person, n.plan IS NULL, i.talk IS NULL
  FROM element e
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL AND (c.stage = 'KBU') = :kbu
  JOIN person p               ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
  LEFT JOIN plan_now n        ON n.doctor = e.doctor AND n.element = e.id
  LEFT JOIN talk_now i        ON i.talk = (SELECT MIN(t.talk) FROM talk_now t
                                            WHERE t.element = e.id AND t.status IN ('DRAFT', 'AGREED'))
 WHERE e.since > :after AND e.since <= :upto AND e.cancelled IS NULL
   AND (n.plan IS NULL OR i.talk IS NULL)
 ORDER BY e.doctor, e.id;

-- doubts_due: doubt that is to be followed up within those days, the last of them included, and has not been
-- in:   after day, upto day
-- out:  doctor u32, org_unit u32, place text, main u32?
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT d.doctor, e.org_unit, u.place, m.person
  FROM doubt d
  JOIN element e              ON e.id = d.element AND e.cancelled IS NULL
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN doubt_outcome o   ON o.doubt = d.id
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
 WHERE d.follow_on > :after AND d.follow_on <= :upto
   AND o.id IS NULL
 ORDER BY d.id;
