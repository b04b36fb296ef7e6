-- Evaluations of places of training: what a doctor answers, what UAO and tutor may read of it, means for
-- everybody.  It reads no approval and no attestation, and of answers only what the views let out
-- (views/evaluation.sql); whose answer is whose it writes and cannot read.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-evaluate'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-evaluate'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-evaluate'@'localhost';
GRANT INSERT ON audit TO 'logbook-evaluate'@'localhost';
-- Every program holds this statement; no page of this one shows a logbook.
GRANT INSERT ON look TO 'logbook-evaluate'@'localhost';
GRANT SELECT (id, name, gone) ON person TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON user_role TO 'logbook-evaluate'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-evaluate'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON training_region TO 'logbook-evaluate'@'localhost';
GRANT SELECT (id, name, until) ON specialty TO 'logbook-evaluate'@'localhost';
GRANT SELECT (id, kind, name, place) ON org_unit TO 'logbook-evaluate'@'localhost';
GRANT SELECT (id, stage, specialty, cancelled) ON training_course TO 'logbook-evaluate'@'localhost';
GRANT SELECT (id, course, doctor, org_unit, since, until, kind, cancelled) ON element TO 'logbook-evaluate'@'localhost';
-- What is answered.
GRANT SELECT ON evaluation_form TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_statement TO 'logbook-evaluate'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_draft TO 'logbook-evaluate'@'localhost';
GRANT INSERT ON evaluation TO 'logbook-evaluate'@'localhost';
GRANT INSERT ON evaluation_answer TO 'logbook-evaluate'@'localhost';
GRANT INSERT ON evaluation_link TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_given TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_own TO 'logbook-evaluate'@'localhost';
-- What is let out of it.
GRANT SELECT ON evaluation_readable TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_waiting TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_close TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_batch TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_mean TO 'logbook-evaluate'@'localhost';
GRANT SELECT ON evaluation_place TO 'logbook-evaluate'@'localhost';
GRANT SELECT, INSERT (org_unit, half, step, words, given_by, by_name, as_role, at) ON evaluation_comment TO 'logbook-evaluate'@'localhost';
