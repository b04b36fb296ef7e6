-- access_due_over: no mail with access is due any more; locks the person
-- in:   person u32
-- rows: none
-- open: called by record/access.c alone, whose callers have asked who may
UPDATE person
   SET access_due = NULL
 WHERE id = :person
   AND gone IS NULL
   AND unconfirmed IS NULL
   AND email IS NOT NULL
   AND mobile IS NOT NULL;

-- access_person: to whom a link is sent; nobody whose e-mail or mobile is not known (R-BRU-06), or whose
--                address was made up by a department and is confirmed by nobody yet
-- in:   person u32
-- out:  name text, email text
-- rows: one
-- open: called by record/access.c alone, whose callers have asked who may
SELECT name, COALESCE(email, '')
  FROM person
 WHERE id = :person
   AND gone IS NULL
   AND unconfirmed IS NULL
   AND email IS NOT NULL
   AND mobile IS NOT NULL;

-- access_links_over: links made before do not work any more
-- in:   person u32, now moment
-- rows: none
-- open: called by record/access.c alone, whose callers have asked who may
UPDATE access_link
   SET used = :now
 WHERE person = :person
   AND used IS NULL;

-- access_link_put: a link by which this person chooses a password
-- in:   token blob, person u32, purpose text, expires moment, now moment
-- rows: none
-- open: called by record/access.c alone, whose callers have asked who may
INSERT INTO access_link (token, person, purpose, made, expires)
VALUES (:token, :person, :purpose, :now, :expires);

-- access_mails_over: mails with such links that wait, or could not be delivered, are of no use any more
-- in:   person u32
-- rows: none
-- open: called by record/access.c alone, whose callers have asked who may
UPDATE mail
   SET state = 'DROPPED', sealed = NULL
 WHERE person = :person
   AND kind IN ('ACCESS', 'FORGOT')
   AND state IN ('WAITING', 'FAILED', 'UNSURE');
