-- Getting in, and one's own profile: alone may read passwords; reaches no logbook.
GRANT SELECT (id, name, email, mobile, gone, unconfirmed) ON person TO 'logbook-login'@'localhost';
GRANT SELECT, UPDATE (password, role) ON credential TO 'logbook-login'@'localhost';
GRANT SELECT ON user_role TO 'logbook-login'@'localhost';
GRANT SELECT (id, place) ON org_unit TO 'logbook-login'@'localhost';
GRANT SELECT (id, name) ON training_region TO 'logbook-login'@'localhost';
GRANT SELECT (id, name) ON specialty TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT, DELETE, UPDATE (token, held, seen, ended) ON session TO 'logbook-login'@'localhost';
-- What is of a session goes with it.
GRANT SELECT, INSERT, UPDATE (used, tries) ON login_code TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT, DELETE ON login_guess TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-login'@'localhost';
GRANT INSERT ON audit TO 'logbook-login'@'localhost';
-- Every program holds this statement; no page of this one shows a logbook.
GRANT INSERT ON look TO 'logbook-login'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-login'@'localhost';
-- Links that let in, made for whoever forgot the password; mails and codes on their way.
GRANT SELECT (access_due), UPDATE (access_due) ON person TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT, UPDATE (used) ON access_link TO 'logbook-login'@'localhost';
GRANT INSERT (person, password) ON credential TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT ON notice TO 'logbook-login'@'localhost';
GRANT SELECT (id, person, kind, state), INSERT, UPDATE (state, sealed) ON mail TO 'logbook-login'@'localhost';
GRANT INSERT ON text_message TO 'logbook-login'@'localhost';
-- By MitID: whose number it is, by its keyed hash, and the logins between question and answer.
GRANT SELECT (cpr_find) ON person TO 'logbook-login'@'localhost';
GRANT SELECT, INSERT, DELETE, UPDATE (used) ON mitid_login TO 'logbook-login'@'localhost';
GRANT SELECT (id, name, since, until, electronic_from) ON specialty TO 'logbook-login'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-login'@'localhost';
-- The inbox; and which version of a list a doctor is on, nothing of what is in the logbook.
GRANT UPDATE (seen) ON notice TO 'logbook-login'@'localhost';
GRANT UPDATE (mobile) ON person TO 'logbook-login'@'localhost';
GRANT SELECT (id, name) ON course_def TO 'logbook-login'@'localhost';
GRANT SELECT (id, doctor, stage, number, since, until, cancelled) ON training_course TO 'logbook-login'@'localhost';
GRANT SELECT (course, curriculum, doctor, basis, basis_date, left_on) ON course_curriculum TO 'logbook-login'@'localhost';
GRANT SELECT (id, title, version) ON curriculum TO 'logbook-login'@'localhost';
-- The library of forms: everybody who is logged in fetches from it.
GRANT SELECT ON form TO 'logbook-login'@'localhost';
GRANT SELECT ON form_version TO 'logbook-login'@'localhost';
GRANT SELECT (sha256, bytes) ON file_content TO 'logbook-login'@'localhost';
