-- Is this document ours and unchanged?  For everybody: it reads two views that hold nothing of a person, and
-- counts how often was asked.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-verify'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-verify'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-verify'@'localhost';
-- Every program holds these statements; no page of this one shows a logbook.
GRANT INSERT ON audit TO 'logbook-verify'@'localhost';
GRANT INSERT ON look TO 'logbook-verify'@'localhost';
GRANT SELECT (id, name, gone) ON person TO 'logbook-verify'@'localhost';
GRANT SELECT ON user_role TO 'logbook-verify'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-verify'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-verify'@'localhost';
GRANT SELECT ON submission_public TO 'logbook-verify'@'localhost';
GRANT SELECT ON submission_by_hash TO 'logbook-verify'@'localhost';
GRANT SELECT, INSERT, DELETE ON verify_ask TO 'logbook-verify'@'localhost';
