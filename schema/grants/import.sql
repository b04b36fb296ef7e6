-- Lists that are published: read, and added to, by the command line.  By its pages: what is to be
-- brought in is put down for the clock, which alone writes persons and posts.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-import'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-import'@'localhost';
GRANT SELECT (id, name, gone) ON person TO 'logbook-import'@'localhost';
GRANT SELECT ON user_role TO 'logbook-import'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-import'@'localhost';
GRANT INSERT ON audit TO 'logbook-import'@'localhost';
-- Every program holds this statement; no page of this one shows a logbook.
GRANT INSERT ON look TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON curriculum TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON competency TO 'logbook-import'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-import'@'localhost';
