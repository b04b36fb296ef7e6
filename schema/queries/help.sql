-- help_person: a user whom this secretariat helps with logging in: of its own region by training or
--              by a role, or of none; the project leader helps all, and nobody else
--              those with more rights than this secretariat (whose login one resets, one can become)
-- in:   who, person u32
-- out:  person u32, name text, email text, mobile text, auth_id text?, access_due day?, login bool, helped bool, above bool, regions text?, unconfirmed text?
-- rows: one
SELECT p.id, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, ''), p.auth_id, p.access_due,
       EXISTS (SELECT 1 FROM credential c WHERE c.person = p.id),
       v.role = 'PROJEKTLEDER' OR ((EXISTS (SELECT 1
                    FROM training_course c
                   WHERE c.doctor = p.id AND c.region = v.region AND c.cancelled IS NULL
                     AND :today < c.office_until)
       OR EXISTS (SELECT 1
                    FROM user_role h
                    LEFT JOIN org_unit u ON u.id = h.org_unit
                   WHERE h.person = p.id AND :today < h.until
                     AND COALESCE(h.region, u.region) = v.region)
       OR NOT (EXISTS (SELECT 1
                         FROM training_course c
                        WHERE c.doctor = p.id AND c.cancelled IS NULL AND :today < c.office_until)
            OR EXISTS (SELECT 1
                         FROM user_role h
                         LEFT JOIN org_unit u ON u.id = h.org_unit
                        WHERE h.person = p.id AND :today < h.until
                          AND COALESCE(h.region, u.region) IS NOT NULL)))
       AND NOT EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.person = p.id AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND NOT h.region <=> v.region)))),
       v.role = 'VUS' AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.person = p.id AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND NOT h.region <=> v.region))),
       (SELECT GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ' og ')
          FROM training_region t
         WHERE EXISTS (SELECT 1
                         FROM training_course c
                        WHERE c.doctor = p.id AND c.region = t.id AND c.cancelled IS NULL
                          AND :today < c.office_until)
            OR EXISTS (SELECT 1
                         FROM user_role h
                         LEFT JOIN org_unit u ON u.id = h.org_unit
                        WHERE h.person = p.id AND :today < h.until
                          AND COALESCE(h.region, u.region) = t.id)),
       (SELECT IF(EXISTS (SELECT 1 FROM journal_taken j WHERE j.doctor = p.id), 'et andet system, som logbogen er flyttet fra', d.place)
          FROM org_unit d
         WHERE d.id = p.unconfirmed)
  FROM person p
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until
 WHERE p.id = :person
   AND p.gone IS NULL;

-- person_confirm: the address that a department gave is the user's
-- in:   who, person u32
-- rows: none
UPDATE person
   SET unconfirmed = NULL
 WHERE id = :person
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- people_unconfirmed: whom departments of this region have made, or who came with a journal to one of them, and nobody has confirmed; the oldest first
-- in:   who, most u32
-- out:  person u32, name text, email text, place text, by_name text?, made moment?
-- rows: many
SELECT p.id, p.name, COALESCE(p.email, ''), u.place,
       (SELECT g.name
          FROM user_role h
          JOIN person g ON g.id = h.given_by
         WHERE h.person = p.id AND h.org_unit = p.unconfirmed
         ORDER BY h.id
         LIMIT 1), p.made_at
  FROM user_role v
  JOIN person p   ON p.unconfirmed IS NOT NULL AND p.gone IS NULL
  JOIN org_unit u ON u.id = p.unconfirmed AND (v.role = 'PROJEKTLEDER' OR u.region = v.region)
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until
 ORDER BY p.made_at, p.id
 LIMIT :most;

-- login_lock: no password fits any more
-- in:   who, person u32, locked text
-- rows: none
UPDATE credential
   SET password = :locked
 WHERE person = :person
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- logins_end: every session of that user
-- in:   who, person u32
-- rows: none
UPDATE session
   SET ended = :now
 WHERE person = :person
   AND ended IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- mails_undelivered: what could not be delivered to those whom this secretariat helps, mails
--                    and messages (sms), newest first
-- in:   who, most u32
-- out:  id u32, sms bool, person u32, name text, address text, now_address text, kind text, state text, made moment, said text
-- rows: many
SELECT m.id, m.sms, p.id, p.name, m.address, COALESCE(IF(m.sms, p.mobile, p.email), ''), m.kind, m.state, m.made, m.said
  FROM (SELECT id, FALSE AS sms, person, address, kind, state, made, said
          FROM mail
         WHERE state IN ('FAILED', 'UNSURE')
         UNION ALL
        SELECT id, TRUE, person, mobile, 'SMS', state, made, said
          FROM text_message
         WHERE state IN ('FAILED', 'UNSURE')) m
  JOIN person p    ON p.id = m.person AND p.gone IS NULL
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until
 WHERE v.role = 'PROJEKTLEDER'
    OR EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = p.id AND c.region = v.region AND c.cancelled IS NULL
                  AND :today < c.office_until)
    OR EXISTS (SELECT 1
                 FROM user_role h
                 LEFT JOIN org_unit u ON u.id = h.org_unit
                WHERE h.person = p.id AND :today < h.until
                  AND COALESCE(h.region, u.region) = v.region)
    OR NOT (EXISTS (SELECT 1
                      FROM training_course c
                     WHERE c.doctor = p.id AND c.cancelled IS NULL AND :today < c.office_until)
         OR EXISTS (SELECT 1
                      FROM user_role h
                      LEFT JOIN org_unit u ON u.id = h.org_unit
                     WHERE h.person = p.id AND :today < h.until
                       AND COALESCE(h.region, u.region) IS NOT NULL))
 ORDER BY m.made DESC, m.id DESC
 LIMIT :most;

-- mail_hold: one that could not be delivered, for whoever settles it first
-- in:   who, id u32
-- out:  id u32, person u32, kind text
-- rows: one
SELECT m.id, m.person, m.kind
  FROM mail m
 WHERE m.id = :id
   AND m.state IN ('FAILED', 'UNSURE')
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
   FOR UPDATE;

-- mail_again: it waits for the clock once more, for the address that the person has now
-- in:   who, id u32
-- rows: none
UPDATE mail
   SET state = 'WAITING', tries = 0, next_try = :now,
       address = (SELECT p.email FROM person p WHERE p.id = mail.person)
 WHERE id = :id
   AND state IN ('FAILED', 'UNSURE')
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- mail_settled: nothing more is to be done about it
-- in:   who, id u32
-- rows: none
UPDATE mail
   SET state = 'DROPPED', sealed = NULL
 WHERE id = :id
   AND state IN ('FAILED', 'UNSURE')
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);

-- message_hold: as mail_hold
-- in:   who, id u32
-- out:  id u32, person u32
-- rows: one
SELECT m.id, m.person
  FROM text_message m
 WHERE m.id = :id
   AND m.state IN ('FAILED', 'UNSURE')
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
   FOR UPDATE;

-- message_settled: nothing more is to be done about it
-- in:   who, id u32
-- rows: none
UPDATE text_message
   SET state = 'DROPPED'
 WHERE id = :id
   AND state IN ('FAILED', 'UNSURE')
   AND EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until);
