-- Lists that are published: read, and added to, by the command line.  By its pages: what is to be
-- brought in is put down for the clock, which alone writes persons and posts.  Only where two rows
-- become one person it changes them itself; rules/account_import.sql says how far.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-import'@'localhost';
GRANT UPDATE (seen, ended) ON session TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-import'@'localhost';
GRANT SELECT ON user_role TO 'logbook-import'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-import'@'localhost';
GRANT INSERT ON audit TO 'logbook-import'@'localhost';
-- Every program holds this statement; no page of this one shows a logbook.
GRANT INSERT ON look TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON curriculum TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON competency TO 'logbook-import'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-import'@'localhost';
-- Places, posts and persons, to be shown beside what a file tells.
GRANT SELECT ON org_unit TO 'logbook-import'@'localhost';
GRANT SELECT ON specialty TO 'logbook-import'@'localhost';
GRANT SELECT, UPDATE (guidance) ON training_region TO 'logbook-import'@'localhost';
GRANT SELECT ON training_course TO 'logbook-import'@'localhost';
GRANT SELECT ON element TO 'logbook-import'@'localhost';
GRANT SELECT ON person TO 'logbook-import'@'localhost';
-- What is put down for the clock: runs begin, are ordered and let go of; never carried out here.
-- The bytes of a file are given and never read again.
GRANT SELECT, INSERT (form, way, region, file_name, content, record, state, made_by, as_role, at, day),
      UPDATE (state, ordered_by, ordered, undone_by, undone_at) ON import_run TO 'logbook-import'@'localhost';
GRANT INSERT ON import_file TO 'logbook-import'@'localhost';
GRANT SELECT ON import_line TO 'logbook-import'@'localhost';
GRANT SELECT, UPDATE (person) ON feed_record TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT (source, form, region, way, address, active, changed_by, at),
      UPDATE (source, form, way, address, active, etag, modified, checked, said, changed_by, at)
      ON feed TO 'logbook-import'@'localhost';
-- Two rows become one person.
GRANT SELECT, INSERT ON person_merge TO 'logbook-import'@'localhost';
GRANT UPDATE (email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, access_due, gone, merged_into)
      ON person TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT (ending, person), DELETE ON person_word TO 'logbook-import'@'localhost';
GRANT UPDATE (doctor) ON training_course TO 'logbook-import'@'localhost';
GRANT UPDATE (doctor) ON element TO 'logbook-import'@'localhost';
GRANT SELECT (doctor), UPDATE (doctor) ON course_curriculum TO 'logbook-import'@'localhost';
GRANT UPDATE (person) ON user_role TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT (held, doctor, since, until, given_by, given_as, made_at) ON delegation TO 'logbook-import'@'localhost';
GRANT SELECT (person) ON credential TO 'logbook-import'@'localhost';
GRANT SELECT (person, used), UPDATE (used) ON access_link TO 'logbook-import'@'localhost';
GRANT SELECT (person, state), UPDATE (state, sealed) ON mail TO 'logbook-import'@'localhost';
GRANT INSERT (person, kind, about, made) ON notice TO 'logbook-import'@'localhost';
GRANT SELECT (doctor) ON approval_now TO 'logbook-import'@'localhost';
GRANT SELECT (doctor) ON merit TO 'logbook-import'@'localhost';
GRANT SELECT (doctor, n) ON chain_head TO 'logbook-import'@'localhost';
-- Absence is something written in a logbook, as approvals are (time.sql).
GRANT SELECT (doctor) ON absence TO 'logbook-import'@'localhost';
-- The cards of a list.
GRANT SELECT, INSERT ON card_set TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON card_template TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON card_part TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON card_goal TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON card_need TO 'logbook-import'@'localhost';
-- A role that moves with its person is looked up where research training names it (foreign keys).
GRANT SELECT (id, asked) ON research TO 'logbook-import'@'localhost';
GRANT SELECT (id, held) ON research_supervision TO 'logbook-import'@'localhost';
-- Whether a logbook has talks or doubt in it: that it has, not what they say.
GRANT SELECT (doctor) ON talk_now TO 'logbook-import'@'localhost';
GRANT SELECT (doctor) ON doubt TO 'logbook-import'@'localhost';
