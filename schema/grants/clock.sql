-- The clock: carries out what is due, sends what waits.  It reads no passwords and no logbook, and
-- adds nothing to one.
GRANT SELECT, INSERT, UPDATE ON lease TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON job TO 'logbook-clock'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-clock'@'localhost';
GRANT SELECT ON setting TO 'logbook-clock'@'localhost';
GRANT SELECT ON person TO 'logbook-clock'@'localhost';
GRANT INSERT (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via,
              made_at, access_due),
      UPDATE (name, email, mobile, auth_id, shown_from, access_due, gone) ON person TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON person_word TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON notice TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON mail TO 'logbook-clock'@'localhost';
GRANT INSERT ON text_message TO 'logbook-clock'@'localhost';
-- Mails and messages out (cgi/post), links that let in (record/access.c).
GRANT SELECT, INSERT, UPDATE (used) ON access_link TO 'logbook-clock'@'localhost';
GRANT UPDATE (mailed) ON notice TO 'logbook-clock'@'localhost';
GRANT UPDATE (sealed, state, tries, next_try, said, sent) ON mail TO 'logbook-clock'@'localhost';
GRANT SELECT, UPDATE (sealed, state, tries, next_try, said, sent) ON text_message TO 'logbook-clock'@'localhost';
GRANT SELECT (person) ON credential TO 'logbook-clock'@'localhost';
GRANT SELECT ON user_role TO 'logbook-clock'@'localhost';
GRANT SELECT ON training_course TO 'logbook-clock'@'localhost';
