-- session_find: whose session this is, and in which role; also one that has run out
-- in:   token blob, today day
-- out:  id u32, person u32, name text, held u32?, role text?, stage text, made moment, seen moment, ended moment?
-- rows: one
-- open: finds out who is asking
SELECT s.id, s.person, p.name, h.id, h.role, s.stage, s.made, s.seen, s.ended
  FROM session s
  JOIN person p          ON p.id = s.person
  LEFT JOIN user_role h  ON h.id = s.held AND h.person = s.person
                        AND :today >= h.since AND :today < h.until
 WHERE s.token = :token
   AND p.gone IS NULL;

-- session_seen: the session is alive
-- in:   who, id u32
-- rows: none
UPDATE session
   SET seen = :now
 WHERE id = :id
   AND person = :who
   AND ended IS NULL;

-- form_keep: what was typed when the session had run out; not without end for one person
-- in:   token blob, person u32, path text, kind text, body blob, since moment, most u32, now moment
-- rows: none
-- open: nobody is logged in; the gate has found the person by the session that ran out
INSERT INTO kept_form (token, person, path, kind, body, made)
SELECT :token, :person, :path, :kind, :body, :now
 WHERE (SELECT COUNT(*) FROM kept_form k WHERE k.person = :person AND k.made > :since) < :most;

-- form_kept: what this person typed before
-- in:   who, token blob, since moment
-- out:  path text, kind text, body blob
-- rows: one
SELECT path, kind, body
  FROM kept_form
 WHERE token = :token
   AND person = :who
   AND made > :since;

-- form_let_go: it has been used
-- in:   who, token blob
-- rows: none
DELETE FROM kept_form
 WHERE token = :token
   AND person = :who;

-- schema_now: the number of the schema that the database has
-- in:
-- out:  number u32
-- rows: one
-- open: asked once by each process before it answers anybody
SELECT number
  FROM schema_version;
