-- account_find: who may log in with this e-mail address
-- in:   email text
-- out:  person u32, email text, password text
-- rows: one
-- open: nobody is logged in yet
SELECT p.id, COALESCE(p.email, ''), c.password
  FROM person p
  JOIN credential c ON c.person = p.id
 WHERE p.email = :email
   AND p.gone IS NULL;

-- guesses_at_account: wrong guesses of late; their lock lets one login at a time go on
-- in:   account blob, since moment, now moment
-- out:  at moment
-- rows: many
-- open: nobody is logged in yet; finds no account, only how often one was guessed at
SELECT at
  FROM login_guess
 WHERE account = :account
   AND at > :since
   AND at <= :now
 ORDER BY at
   FOR UPDATE;

-- guesses_from_address: wrong guesses of late from one network
-- in:   address blob, since moment, now moment
-- out:  at moment
-- rows: many
-- open: nobody is logged in yet; finds no account, only how often one was guessed at
SELECT at
  FROM login_guess
 WHERE address = :address
   AND at > :since
   AND at <= :now
 ORDER BY at;

-- guess_add: a wrong password or code
-- in:   account blob, address blob, now moment
-- rows: none
-- open: nobody is logged in yet
INSERT INTO login_guess (at, account, address)
VALUES (:now, :account, :address);

-- session_begin: a session for who has shown to be that person
-- in:   token blob, person u32, held u32, stage text, assurance text, now moment
-- rows: none
-- open: makes who is asking
INSERT INTO session (token, person, held, stage, assurance, made, seen)
VALUES (:token, :person, NULLIF(:held, 0), :stage, :assurance, :now, :now);

-- session_end: it ends, whatever its stage
-- in:   token blob, now moment
-- rows: none
-- open: whoever has the token may end its session
UPDATE session
   SET ended = :now
 WHERE token = :token
   AND ended IS NULL;

-- half_way: the session that waits for its one-time code
-- in:   token blob, since moment
-- out:  session u32, person u32, email text, mobile text, role u32?
-- rows: one
-- open: finds out who is asking
SELECT s.id, s.person, COALESCE(p.email, ''), COALESCE(p.mobile, ''), c.role
  FROM session s
  JOIN person p     ON p.id = s.person
  JOIN credential c ON c.person = s.person
 WHERE s.token = :token
   AND s.stage = 'CODE'
   AND s.ended IS NULL
   AND s.made > :since;

-- half_way_hold: one request at a time goes on with it
-- in:   session u32
-- out:  id u32
-- rows: one
-- open: follows half_way
SELECT id
  FROM session
 WHERE id = :session
   AND stage = 'CODE'
   AND ended IS NULL
   FOR UPDATE;

-- codes_of: the codes of a session, the one that counts last
-- in:   session u32
-- out:  id u32, code blob, made moment, used moment?, tries u32
-- rows: many
-- open: follows half_way
SELECT id, code, made, used, tries
  FROM login_code
 WHERE session = :session
 ORDER BY id;

-- code_add: one more
-- in:   session u32, code blob, now moment
-- rows: none
-- open: follows half_way
INSERT INTO login_code (session, code, made)
VALUES (:session, :code, :now);

-- code_try: a try is spent before it is known whether it is right
-- in:   id u32, session u32, most u32
-- rows: none
-- open: follows half_way
UPDATE login_code
   SET tries = tries + 1
 WHERE id = :id
   AND session = :session
   AND used IS NULL
   AND tries < :most;

-- code_use: it works once
-- in:   id u32, session u32, since moment, now moment
-- rows: none
-- open: follows half_way
UPDATE login_code
   SET used = :now
 WHERE id = :id
   AND session = :session
   AND used IS NULL
   AND made >= :since;

-- roles_at_login: the roles that a person holds today
-- in:   person u32, today day
-- out:  id u32, role text
-- rows: many
-- open: follows half_way
SELECT id, role
  FROM user_role
 WHERE person = :person
   AND :today >= since
   AND :today < until
 ORDER BY role, since, id;

-- login_audit: somebody has logged in, that surely
-- in:   person u32, held u32, role text, session u32, assurance text, now moment
-- rows: none
-- open: there is no subject before the login is done
INSERT INTO audit (at, person, held, role, session, action, object, object_id, detail)
VALUES (:now, :person, NULLIF(:held, 0), :role, :session, 'log in', 'session', :session, :assurance);

-- guesses_forget: those that no longer count
-- in:   before moment
-- rows: none
-- open: clears away by age alone
DELETE FROM login_guess
 WHERE at < :before
 ORDER BY at
 LIMIT 500;

-- sessions_forget: those long over, with their codes
-- in:   before moment
-- rows: none
-- open: clears away by age alone
DELETE FROM session
 WHERE seen < :before
 ORDER BY seen
 LIMIT 100;

-- forms_forget: kept forms that nobody came for
-- in:   before moment
-- rows: none
-- open: clears away by age alone
DELETE FROM kept_form
 WHERE made < :before
 ORDER BY made
 LIMIT 100;

-- form_kept_path: where the form belongs that this person's browser has the token of
-- in:   who, token blob, since moment
-- out:  path text
-- rows: one
SELECT path
  FROM kept_form
 WHERE token = :token
   AND person = :who
   AND made > :since;

-- profile_of: what is known of the one who asks; who comes by MitID may have no password
-- in:   who
-- out:  email text, mobile text, password text?
-- rows: one
SELECT COALESCE(p.email, ''), COALESCE(p.mobile, ''), c.password
  FROM person p
  LEFT JOIN credential c ON c.person = p.id
 WHERE p.id = :who;

-- roles_of: every role that one was given, those of today first
-- in:   who
-- out:  id u32, role text, place text, named bool, since day, until day, live bool
-- rows: many
SELECT h.id, h.role, CONCAT_WS(', ', u.place, c.name, s.name, t.name), h.named, h.since, h.until,
       :today >= h.since AND :today < h.until
  FROM user_role h
  LEFT JOIN course_def c      ON c.id = h.course
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN specialty s       ON s.id = h.specialty
  LEFT JOIN training_region t ON t.id = h.region
 WHERE h.person = :who
 ORDER BY :today >= h.since AND :today < h.until DESC, h.until DESC, h.role, h.id;

-- role_held: a role that one holds today
-- in:   who, held u32
-- out:  role text
-- rows: one
SELECT role
  FROM user_role
 WHERE id = :held
   AND person = :who
   AND :today >= since
   AND :today < until;

-- role_change: this session goes on in another role that the person holds today
-- in:   who, held u32, session u32
-- rows: none
UPDATE session
   SET held = :held
 WHERE id = :session
   AND person = :who
   AND ended IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :held AND h.person = :who
                  AND :today >= h.since AND :today < h.until);

-- role_remember: what one comes back as
-- in:   who, held u32
-- rows: none
UPDATE credential
   SET role = :held
 WHERE person = :who;

-- password_change: one's own
-- in:   who, password text
-- rows: none
UPDATE credential
   SET password = :password
 WHERE person = :who;

-- session_renew: the session goes on under a new token
-- in:   who, session u32, token blob
-- rows: none
UPDATE session
   SET token = :token
 WHERE id = :session
   AND person = :who
   AND ended IS NULL;

-- sessions_end_others: all of the person's sessions but this one
-- in:   who, session u32
-- rows: none
UPDATE session
   SET ended = :now
 WHERE person = :who
   AND id <> :session
   AND ended IS NULL;

-- mobile_change: one's own, where one-time codes go from now on
-- in:   who, mobile text
-- rows: none
UPDATE person
   SET mobile = :mobile
 WHERE id = :who
   AND gone IS NULL;

-- lists_of: which version of a list each of one's courses of training is on, and why
-- in:   who
-- out:  stage text, number text, course_since day, title text, version text, basis text, basis_date day?, left_on day?
-- rows: many
SELECT c.stage, c.number, c.since, l.title, l.version, k.basis, k.basis_date, k.left_on
  FROM training_course c
  JOIN course_curriculum k ON k.course = c.id
  JOIN curriculum l        ON l.id = k.curriculum
 WHERE c.doctor = :who
   AND c.cancelled IS NULL
 ORDER BY c.since DESC, c.id, k.left_on IS NOT NULL, l.title, l.id;

-- notices_of: what one was told, newest first
-- in:   who, skip i64, most i64
-- out:  id u32, kind text, about text?, place text, link text, made moment, seen bool
-- rows: many
SELECT n.id, n.kind, p.name, n.place, n.link, n.made, n.seen IS NOT NULL
  FROM notice n
  LEFT JOIN person p ON p.id = n.about
 WHERE n.person = :who
 ORDER BY n.id DESC
 LIMIT :skip, :most;

-- notice_one: where a notice of one's own leads
-- in:   who, id u32
-- out:  link text
-- rows: one
SELECT n.link
  FROM notice n
 WHERE n.id = :id
   AND n.person = :who;

-- notice_see: it has been opened
-- in:   who, id u32
-- rows: none
UPDATE notice
   SET seen = :now
 WHERE id = :id
   AND person = :who
   AND seen IS NULL;

-- notices_see: all up to the newest that stood on the page; what came since stays unseen
-- in:   who, newest u32
-- rows: none
UPDATE notice
   SET seen = :now
 WHERE person = :who
   AND seen IS NULL
   AND id <= :newest;

-- link_find: whose link this is, and whether it still works
-- in:   token blob
-- out:  person u32, purpose text, used bool, expires moment, name text, email text, mobile text
-- rows: one
-- open: nobody is logged in; whoever has the token may use it
SELECT l.person, l.purpose, l.used IS NOT NULL, l.expires, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, '')
  FROM access_link l
  JOIN person p ON p.id = l.person
 WHERE l.token = :token
   AND p.gone IS NULL
   AND p.unconfirmed IS NULL;

-- link_hold: one request at a time goes on with it
-- in:   token blob, now moment
-- out:  person u32
-- rows: one
-- open: follows link_find
SELECT person
  FROM access_link
 WHERE token = :token
   AND used IS NULL
   AND expires > :now
   FOR UPDATE;

-- link_use: it works once
-- in:   token blob, now moment
-- rows: none
-- open: follows link_find
UPDATE access_link
   SET used = :now
 WHERE token = :token
   AND used IS NULL
   AND expires > :now;

-- password_first: the first password of whoever had the link
-- in:   person u32, password text
-- rows: none
-- open: follows link_use
INSERT INTO credential (person, password)
SELECT :person, :password
 WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE c.person = :person);

-- password_put: another one
-- in:   person u32, password text
-- rows: none
-- open: follows link_use
UPDATE credential
   SET password = :password
 WHERE person = :person;

-- sessions_end_all: every session of this person
-- in:   person u32, now moment
-- rows: none
-- open: follows link_use
UPDATE session
   SET ended = :now
 WHERE person = :person
   AND ended IS NULL;

-- activate_audit: somebody has chosen a password by a link
-- in:   person u32, session u32, purpose text, now moment
-- rows: none
-- open: there is no subject before the login is done
INSERT INTO audit (at, person, held, role, session, action, object, object_id, detail)
VALUES (:now, :person, NULL, '', :session, 'choose password', 'person', :person, :purpose);

-- links_end: links that were made before one changed one's own password do not work any more
-- in:   who
-- rows: none
UPDATE access_link
   SET used = :now
 WHERE person = :who
   AND used IS NULL;
