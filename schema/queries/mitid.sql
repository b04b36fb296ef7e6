-- mitid_begin: a browser is sent to the provider of MitID
-- in:   state blob, browser blob, sealed blob, til text, now moment
-- rows: none
-- open: nobody is logged in yet
INSERT INTO mitid_login (state, browser, sealed, til, made)
VALUES (:state, :browser, :sealed, :til, :now);

-- mitid_take: its answer is taken, once, from the browser that was sent
-- in:   state blob, browser blob, since moment, now moment
-- rows: none
-- open: nobody is logged in yet; the word must come back in the browser that has it
UPDATE mitid_login
   SET used = :now
 WHERE state = :state
   AND browser = :browser
   AND used IS NULL
   AND made > :since;

-- mitid_taken: what belongs to the answer that was just taken
-- in:   state blob, browser blob
-- out:  sealed blob, til text, made moment
-- rows: one
-- open: follows mitid_take
SELECT sealed, til, made
  FROM mitid_login
 WHERE state = :state
   AND browser = :browser
   AND used IS NOT NULL;

-- mitid_person: whose CPR number it is that MitID answered for
-- in:   find blob
-- out:  person u32, role u32?
-- rows: one
-- open: follows mitid_take; makes who is asking
SELECT p.id, c.role
  FROM person p
  LEFT JOIN credential c ON c.person = p.id
 WHERE p.cpr_find = :find
   AND p.gone IS NULL;

-- mitid_forget: those that nobody came back from
-- in:   before moment
-- rows: none
-- open: clears away by age alone
DELETE FROM mitid_login
 WHERE made < :before
 ORDER BY made
 LIMIT 100;
