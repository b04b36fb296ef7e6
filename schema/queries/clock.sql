-- lease_take: what only one may do at a time, while nobody else holds it
-- in:   name text, holder blob, until moment, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
INSERT INTO lease (name, holder, until)
VALUES (:name, :holder, :until)
    ON DUPLICATE KEY UPDATE holder = IF(until < :now OR holder = :holder, :holder, holder),
                            until  = IF(holder = :holder, :until, until);

-- lease_held: who holds it
-- in:   name text
-- out:  holder blob, until moment
-- rows: one
-- open: the clock acts for the site, not for a person in a role
SELECT holder, until
  FROM lease
 WHERE name = :name;

-- job_done: for which day the clock has done this last
-- in:   name text
-- out:  day day
-- rows: one
-- open: the clock acts for the site, not for a person in a role
SELECT day
  FROM job
 WHERE name = :name
 ORDER BY day DESC
 LIMIT 1;

-- job_note: it is done for that day; taken when somebody was faster
-- in:   name text, day day, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
INSERT INTO job (name, day, at)
VALUES (:name, :day, :now);

-- lease_keep: it is still held, and for longer; nothing when somebody else has taken it
-- in:   name text, holder blob, until moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE lease
   SET until = :until
 WHERE name = :name AND holder = :holder;

-- access_due: whose mail with access is to go out by today
-- in:   today day
-- out:  person u32
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT id
  FROM person
 WHERE access_due <= :today AND gone IS NULL AND email IS NOT NULL AND mobile IS NOT NULL
 ORDER BY id
 LIMIT 500;

-- elements_beginning: elements that begin within those days, the last of them included
-- in:   after day, upto day
-- out:  doctor u32, org_unit u32, place text, since day, until day
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.doctor, e.org_unit, u.place, e.since, e.until
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE e.since > :after AND e.since <= :upto AND e.cancelled IS NULL
 ORDER BY e.doctor, e.id;

-- elements_ending: elements whose day after the last is within those days, the last of them included
-- in:   after day, upto day
-- out:  like elements_beginning
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT e.doctor, e.org_unit, u.place, e.since, e.until
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE e.until > :after AND e.until <= :upto AND e.cancelled IS NULL
 ORDER BY e.doctor, e.id;
