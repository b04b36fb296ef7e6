-- Course leaders, providers, supervisors of research training: courses, and who takes part in them.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-course'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-course'@'localhost';
GRANT INSERT ON audit TO 'logbook-course'@'localhost';
GRANT INSERT ON look TO 'logbook-course'@'localhost';
GRANT SELECT (id, name, born, cpr_kind, gone) ON person TO 'logbook-course'@'localhost';
GRANT SELECT ON user_role TO 'logbook-course'@'localhost';
GRANT SELECT ON specialty TO 'logbook-course'@'localhost';
GRANT SELECT ON course_def TO 'logbook-course'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-course'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT ON chain_link TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-course'@'localhost';
-- Certificates (file.sql).
GRANT SELECT ON reach TO 'logbook-course'@'localhost';
GRANT SELECT (id, letter) ON merit TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT ON file TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT ON file_content TO 'logbook-course'@'localhost';
-- Read back by chain.c after it is added.
GRANT SELECT ON plan TO 'logbook-course'@'localhost';
