-- mail_take: the next mail that is due, locked; those that another clock has locked are passed by
-- in:   now moment
-- out:  id u32, person u32, address text, kind text, subject text, sealed blob?, made moment, tries u32, gone bool
-- rows: one
-- open: the clock acts for the site, not for a person in a role
SELECT m.id, m.person, m.address, m.kind, m.subject, m.sealed, m.made, m.tries,
       EXISTS (SELECT 1 FROM person p WHERE p.id = m.person AND p.gone IS NOT NULL)
  FROM mail m
 WHERE m.state = 'WAITING'
   AND m.next_try <= :now
 ORDER BY m.next_try, m.id
 LIMIT 1
   FOR UPDATE SKIP LOCKED;

-- mail_sending: it is on its way, until then at the latest
-- in:   id u32, until moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE mail
   SET state = 'SENDING', next_try = :until
 WHERE id = :id
   AND state = 'WAITING';

-- mail_after: what became of it
-- in:   id u32, was text, state text, said text, tries u32, next_try moment, sent moment, keep bool
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE mail
   SET state = :state, said = :said, tries = :tries, next_try = :next_try, sent = :sent,
       sealed = IF(:keep, sealed, NULL)
 WHERE id = :id
   AND state = :was;

-- mail_left: mails that a clock has left on their way
-- in:   now moment
-- out:  id u32, person u32, kind text, tries u32
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT m.id, m.person, m.kind, m.tries
  FROM mail m
 WHERE m.state = 'SENDING'
   AND m.next_try < :now
 ORDER BY m.next_try, m.id
 LIMIT 100
   FOR UPDATE SKIP LOCKED;

-- message_take: the next message that is due, locked
-- in:   now moment
-- out:  id u32, person u32, mobile text, sealed blob?, tries u32
-- rows: one
-- open: the clock acts for the site, not for a person in a role
SELECT m.id, m.person, m.mobile, m.sealed, m.tries
  FROM text_message m
 WHERE m.state = 'WAITING'
   AND m.next_try <= :now
   AND m.expires > :now
 ORDER BY m.next_try, m.id
 LIMIT 1
   FOR UPDATE SKIP LOCKED;

-- message_sending: it is on its way, until then at the latest
-- in:   id u32, until moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE text_message
   SET state = 'SENDING', next_try = :until
 WHERE id = :id
   AND state = 'WAITING';

-- message_after: what became of it
-- in:   id u32, state text, said text, tries u32, next_try moment, sent moment, keep bool
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE text_message
   SET state = :state, said = :said, tries = LEAST(:tries, 255), next_try = :next_try, sent = :sent,
       sealed = IF(:keep, sealed, NULL)
 WHERE id = :id
   AND state = 'SENDING';

-- messages_over: some that wait no longer to any purpose, or that a clock has left on their way
-- in:   now moment
-- out:  id u32
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT id
  FROM text_message
 WHERE (state = 'WAITING' AND expires <= :now)
    OR (state = 'SENDING' AND next_try < :now)
 LIMIT 100;

-- messages_expire: a code that came now would be of no use
-- in:   now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE text_message
   SET state = 'DROPPED', sealed = NULL
 WHERE state = 'WAITING'
   AND expires <= :now;

-- messages_left: nobody knows whether they came
-- in:   now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE text_message
   SET state = 'UNSURE', sealed = NULL
 WHERE state = 'SENDING'
   AND next_try < :now;

-- offices_of: the secretariats that help this person: of the region of their training and of their
--             roles; all of them where there is none
-- in:   person u32, today day
-- out:  person u32
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT DISTINCT v.person
  FROM user_role v
  JOIN person p ON p.id = v.person AND p.gone IS NULL
 WHERE v.role = 'VUS'
   AND :today >= v.since
   AND :today < v.until
   AND (EXISTS (SELECT 1
                  FROM training_course c
                 WHERE c.doctor = :person AND c.region = v.region AND c.cancelled IS NULL
                   AND :today < c.office_until)
     OR EXISTS (SELECT 1
                  FROM user_role h
                  LEFT JOIN org_unit u ON u.id = h.org_unit
                 WHERE h.person = :person AND :today < h.until
                   AND COALESCE(h.region, u.region) = v.region)
     OR NOT (EXISTS (SELECT 1
                       FROM training_course c
                      WHERE c.doctor = :person AND c.cancelled IS NULL AND :today < c.office_until)
          OR EXISTS (SELECT 1
                       FROM user_role h
                       LEFT JOIN org_unit u ON u.id = h.org_unit
                      WHERE h.person = :person AND :today < h.until
                        AND COALESCE(h.region, u.region) IS NOT NULL)));

-- notices_seen: what has been seen need not be mailed any more
-- in:   now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE notice
   SET mailed = :now
 WHERE mailed IS NULL
   AND seen IS NOT NULL;

-- notices_wait: who is to have a mail of what they have not seen, who has had none today
-- in:   before moment, day moment, most u32
-- out:  person u32, name text, email text
-- rows: many
-- open: the clock acts for the site, not for a person in a role
SELECT p.id, p.name, COALESCE(p.email, '')
  FROM (SELECT n.person
          FROM notice n
         WHERE n.mailed IS NULL
           AND n.seen IS NULL
         GROUP BY n.person
        HAVING MIN(n.made) <= :before) w
  JOIN person p     ON p.id = w.person
  JOIN credential c ON c.person = p.id
 WHERE p.gone IS NULL
   AND p.email IS NOT NULL
   AND NOT EXISTS (SELECT 1
                     FROM mail m
                    WHERE m.person = p.id AND m.kind = 'NOTICES' AND m.made >= :day)
 LIMIT :most;

-- notices_gathered: all that this person has not seen is in the mail
-- in:   person u32, now moment
-- rows: none
-- open: the clock acts for the site, not for a person in a role
UPDATE notice
   SET mailed = :now
 WHERE person = :person
   AND mailed IS NULL
   AND seen IS NULL;

-- digest_had: has this person had such a mail today?
-- in:   person u32, day moment
-- out:  n u32
-- rows: one
-- open: the clock acts for the site, not for a person in a role
SELECT COUNT(*)
  FROM mail
 WHERE person = :person
   AND kind = 'NOTICES'
   AND made >= :day;
