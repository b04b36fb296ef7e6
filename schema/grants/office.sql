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
GRANT SELECT (name, value) ON setting TO 'logbook-office'@'localhost';
-- Reference data: places of the own region, settings, course leaders.
GRANT INSERT (code, kind, name, place, region), UPDATE (until) ON org_unit TO 'logbook-office'@'localhost';
GRANT UPDATE (org_unit) ON element TO 'logbook-office'@'localhost';
GRANT INSERT ON element_change TO 'logbook-office'@'localhost';
GRANT SELECT ON setting TO 'logbook-office'@'localhost';
GRANT INSERT, UPDATE (value, changed_by, at) ON setting TO 'logbook-office'@'localhost';
GRANT UPDATE (electronic_from) ON specialty TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON course_def TO 'logbook-office'@'localhost';
GRANT SELECT (run, object, row_id, what) ON import_step TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON notice TO 'logbook-office'@'localhost';
GRANT INSERT ON mail TO 'logbook-office'@'localhost';
GRANT INSERT ON text_message TO 'logbook-office'@'localhost';
