-- The program office: finds any user of the country, gives merit, shows the logbooks of its
-- region.  It reads no passwords and no codes, and changes no person.
GRANT SELECT (id, person, held, stage, made, seen, ended, token) ON session TO 'logbook-office'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-office'@'localhost';
GRANT SELECT ON person TO 'logbook-office'@'localhost';
GRANT SELECT ON person_word TO 'logbook-office'@'localhost';
GRANT SELECT ON user_role TO 'logbook-office'@'localhost';
GRANT SELECT ON reach TO 'logbook-office'@'localhost';
GRANT SELECT ON training_region TO 'logbook-office'@'localhost';
GRANT SELECT ON specialty TO 'logbook-office'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-office'@'localhost';
GRANT SELECT ON training_course TO 'logbook-office'@'localhost';
GRANT SELECT ON course_curriculum TO 'logbook-office'@'localhost';
GRANT SELECT ON element TO 'logbook-office'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-office'@'localhost';
GRANT SELECT ON competency TO 'logbook-office'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON approval TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON merit TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON file TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON file_content TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-office'@'localhost';
GRANT INSERT ON chain_link TO 'logbook-office'@'localhost';
GRANT INSERT ON audit TO 'logbook-office'@'localhost';
GRANT INSERT ON look TO 'logbook-office'@'localhost';
GRANT SELECT ON setting TO 'logbook-office'@'localhost';
-- Help with logging in: a link that lets in, the sessions ended, the password locked (no other word
-- can be written by this account: rules/account.sql), e-mail and mobile corrected, mails told of.
GRANT SELECT (person, role), UPDATE (password) ON credential TO 'logbook-office'@'localhost';
GRANT UPDATE (ended) ON session TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT, UPDATE (used) ON access_link TO 'logbook-office'@'localhost';
GRANT INSERT (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via,
              made_at, access_due),
      UPDATE (name, email, mobile, auth_id, access_due) ON person TO 'logbook-office'@'localhost';
GRANT INSERT, UPDATE, DELETE ON person_word TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON notice TO 'logbook-office'@'localhost';
GRANT SELECT (id, person, address, kind, subject, made, state, tries, next_try, said, sent), INSERT,
      UPDATE (state, sealed, tries, next_try, address) ON mail TO 'logbook-office'@'localhost';
GRANT SELECT (id, person, mobile, made, expires, state, tries, next_try, said, sent), INSERT,
      UPDATE (state) ON text_message TO 'logbook-office'@'localhost';
-- Roles by hand, versions of lists, and what came with a course of training.
GRANT INSERT (person, role, org_unit, region, specialty, course, since, until, given_by, given_as, made_at),
      UPDATE (until, ended_by, ended_at) ON user_role TO 'logbook-office'@'localhost';
GRANT SELECT ON course_def TO 'logbook-office'@'localhost';
GRANT SELECT ON agreement TO 'logbook-office'@'localhost';
GRANT SELECT ON element_change TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON curriculum_move TO 'logbook-office'@'localhost';
GRANT INSERT (course, curriculum, doctor, basis, basis_date), UPDATE (left_on, basis, basis_date)
  ON course_curriculum TO 'logbook-office'@'localhost';
-- Reference data: places of the own region, settings, course leaders.
GRANT SELECT ON region TO 'logbook-office'@'localhost';
GRANT INSERT (code, kind, name, place, region), UPDATE (until) ON org_unit TO 'logbook-office'@'localhost';
GRANT UPDATE (org_unit) ON element TO 'logbook-office'@'localhost';
GRANT INSERT ON element_change TO 'logbook-office'@'localhost';
GRANT INSERT, UPDATE (value, changed_by, at) ON setting TO 'logbook-office'@'localhost';
GRANT UPDATE (electronic_from) ON specialty TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON course_def TO 'logbook-office'@'localhost';
GRANT SELECT (run, object, row_id, what) ON import_step TO 'logbook-office'@'localhost';
-- Read back by chain.c after it is added.
GRANT SELECT ON plan TO 'logbook-office'@'localhost';
