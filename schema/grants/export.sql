-- Prints: reads, and writes only that it was looked at.  It alone, with the office, opens sealed CPR numbers.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-export'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-export'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-export'@'localhost';
GRANT INSERT ON audit TO 'logbook-export'@'localhost';
GRANT INSERT ON look TO 'logbook-export'@'localhost';
GRANT SELECT (id, name, born, cpr_kind, auth_id, cpr_sealed, gone) ON person TO 'logbook-export'@'localhost';
GRANT SELECT ON user_role TO 'logbook-export'@'localhost';
GRANT SELECT ON training_region TO 'logbook-export'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-export'@'localhost';
GRANT SELECT ON training_course TO 'logbook-export'@'localhost';
GRANT SELECT ON course_curriculum TO 'logbook-export'@'localhost';
GRANT SELECT ON element TO 'logbook-export'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-export'@'localhost';
GRANT SELECT ON competency TO 'logbook-export'@'localhost';
GRANT SELECT ON reach TO 'logbook-export'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-export'@'localhost';
GRANT SELECT ON approval TO 'logbook-export'@'localhost';
GRANT SELECT ON merit TO 'logbook-export'@'localhost';
GRANT SELECT ON file TO 'logbook-export'@'localhost';
GRANT SELECT ON file_content TO 'logbook-export'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-export'@'localhost';
-- Lists of people (people.sql): whom the secretariat finds, as a workbook.
GRANT SELECT (email, mobile, shown_from, access_due) ON person TO 'logbook-export'@'localhost';
GRANT SELECT ON person_word TO 'logbook-export'@'localhost';
GRANT SELECT ON specialty TO 'logbook-export'@'localhost';
GRANT SELECT ON course_def TO 'logbook-export'@'localhost';
GRANT SELECT (person) ON credential TO 'logbook-export'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-export'@'localhost';
-- Plans (domain 16).
GRANT SELECT ON talk_reach TO 'logbook-export'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-export'@'localhost';
GRANT SELECT ON talk_now TO 'logbook-export'@'localhost';
GRANT SELECT ON main_supervisor TO 'logbook-export'@'localhost';
GRANT SELECT ON plan TO 'logbook-export'@'localhost';
