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
