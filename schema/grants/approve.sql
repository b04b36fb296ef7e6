-- Supervisors: read the logbooks of their department, answer requests.  Answers are only ever added.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-approve'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-approve'@'localhost';
GRANT INSERT ON audit TO 'logbook-approve'@'localhost';
GRANT INSERT ON look TO 'logbook-approve'@'localhost';
GRANT SELECT (id, name, born, cpr_kind, gone) ON person TO 'logbook-approve'@'localhost';
GRANT SELECT ON user_role TO 'logbook-approve'@'localhost';
GRANT SELECT ON training_region TO 'logbook-approve'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-approve'@'localhost';
GRANT SELECT ON training_course TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_curriculum TO 'logbook-approve'@'localhost';
GRANT SELECT ON element TO 'logbook-approve'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-approve'@'localhost';
GRANT SELECT ON competency TO 'logbook-approve'@'localhost';
GRANT SELECT ON reach TO 'logbook-approve'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON approval_latest TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON approval TO 'logbook-approve'@'localhost';
GRANT SELECT ON merit TO 'logbook-approve'@'localhost';
GRANT SELECT ON file TO 'logbook-approve'@'localhost';
GRANT SELECT ON file_content TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON chain_link TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-approve'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-approve'@'localhost';
-- A mail with access that is replaced (record/access.c).
GRANT SELECT (person, kind, state), UPDATE (state, sealed) ON mail TO 'logbook-approve'@'localhost';
