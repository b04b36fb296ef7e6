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
 WHERE access_due <= :today AND gone IS NULL AND unconfirmed IS NULL AND email IS NOT NULL AND mobile IS NOT NULL
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

-- troubles: what failed, and is to be left alone for a while
-- in:
-- out:  name text, tries u32, next_try moment
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT name, tries, next_try
  FROM trouble;

-- trouble_put: it has failed so often
-- in:   name text, tries u32, next_try moment, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
INSERT INTO trouble (name, tries, next_try, since)
VALUES (:name, :tries, :next_try, :now)
    ON DUPLICATE KEY UPDATE tries = :tries, next_try = :next_try;

-- trouble_remove: it went well
-- in:   name text
-- rows: none
-- open: the clock acts for the site, not for a person in a role
DELETE FROM trouble
 WHERE name = :name;

-- roles_over: roles that came to their end within those days, the last of them included, by the date
--             that they were given with, and that do not go on
-- in:   after day, upto day
-- out:  person u32, role text, place text
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT h.person, h.role, COALESCE(u.place, r.name, s.name, '')
  FROM user_role h
  JOIN person p               ON p.id = h.person AND p.gone IS NULL
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN training_region r ON r.id = h.region
  LEFT JOIN specialty s       ON s.id = h.specialty
 WHERE h.until > :after AND h.until <= :upto AND h.since < h.until
   AND h.ended_at IS NULL AND h.role <> 'UL'
   AND NOT EXISTS (SELECT 1
                     FROM user_role o
                    WHERE o.person = h.person AND o.role = h.role AND o.until > h.until AND o.since <= h.until
                      AND o.org_unit <=> h.org_unit AND o.region <=> h.region
                      AND o.specialty <=> h.specialty AND o.course <=> h.course)
 ORDER BY h.id;
