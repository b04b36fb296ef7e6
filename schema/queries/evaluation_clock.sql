-- evaluation_reminders: elements whose day after the last is one of those days' and whose place has not been evaluated
-- in:   after day, upto day
-- out:  doctor u32, place text, until day
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.doctor, u.place, e.until
  FROM element e
  JOIN training_course c       ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p                ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u              ON u.id = e.org_unit AND u.kind <> 'PLADSHOLDER'
  LEFT JOIN evaluation_given g ON g.element = e.id
 WHERE e.until > :after AND e.until <= :upto AND e.cancelled IS NULL AND e.kind <> 'COURSE_ONLY'
   AND g.element IS NULL
 ORDER BY e.until, e.id;

-- evaluation_half_over: a half-year is over; nothing when it or a later one is closed already
-- in:   half u32, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
INSERT INTO evaluation_close (half, at)
SELECT :half, :now
 WHERE NOT EXISTS (SELECT 1 FROM evaluation_close c WHERE c.half >= :half);
