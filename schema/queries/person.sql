-- person_put: a person; whoever calls it has asked who may
-- in:   name text, email text?, mobile text?, auth_id text?, born day, kind text, find blob, sealed blob, shown_from day, via text, access_due day?, unconfirmed u32?, now moment
-- rows: none
-- open: called by record/person_make.c alone, whose callers have asked who may
INSERT INTO person (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from,
                    made_via, made_at, access_due, unconfirmed)
VALUES (:name, :email, :mobile, :auth_id, :born, :kind, :find, :sealed, :shown_from,
        :via, :now, :access_due, :unconfirmed);

-- person_held_by: who has this CPR number, e-mail address or authorisation id already
-- in:   find blob, email text?, auth_id text?
-- out:  id u32, name text, by_cpr bool, by_email bool, gone bool, merged_into u32?
-- rows: many
-- open: called by record/person_make.c alone, whose callers have asked who may
SELECT p.id, p.name, p.cpr_find = :find, COALESCE(p.email = :email, FALSE), p.gone IS NOT NULL, p.merged_into
  FROM person p
 WHERE p.cpr_find = :find
    OR p.email = :email
    OR p.auth_id = :auth_id
 ORDER BY p.cpr_find = :find DESC, p.id;

-- person_word_put: one thing that a person is found by; two that the column takes for equal are one
-- in:   ending text, person u32
-- rows: none
-- open: called by record/person_make.c alone, whose callers have asked who may
INSERT INTO person_word (ending, person)
VALUES (:ending, :person)
    ON DUPLICATE KEY UPDATE person = :person;

-- person_words_forget: before the words of a new name or address
-- in:   person u32
-- rows: none
-- open: called by record/person_make.c alone, whose callers have asked who may
DELETE FROM person_word
 WHERE person = :person;

-- person_contact_set: name, e-mail and mobile as they are from now on
-- in:   person u32, name text, email text?, mobile text?, auth_id text?
-- rows: none
-- open: called by record/person_make.c alone, whose callers have asked who may
UPDATE person
   SET name = :name, email = :email, mobile = :mobile, auth_id = :auth_id
 WHERE id = :person;
