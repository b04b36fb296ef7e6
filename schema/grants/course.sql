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
-- Research training (research*.sql).
GRANT SELECT ON research_list TO 'logbook-course'@'localhost';
GRANT SELECT ON research_applies TO 'logbook-course'@'localhost';
GRANT SELECT ON training_whole TO 'logbook-course'@'localhost';
GRANT SELECT ON research_part TO 'logbook-course'@'localhost';
GRANT SELECT ON research TO 'logbook-course'@'localhost';
GRANT SELECT ON research_now TO 'logbook-course'@'localhost';
GRANT SELECT ON research_latest TO 'logbook-course'@'localhost';
GRANT SELECT ON research_course TO 'logbook-course'@'localhost';
GRANT SELECT ON research_supervision TO 'logbook-course'@'localhost';
GRANT SELECT ON reach_research TO 'logbook-course'@'localhost';
GRANT INSERT ON research TO 'logbook-course'@'localhost';
GRANT SELECT (doctor, kind, row_id, by_name, at, reason) ON reset TO 'logbook-course'@'localhost';
GRANT SELECT ON training_course TO 'logbook-course'@'localhost';
GRANT SELECT ON training_region TO 'logbook-course'@'localhost';
GRANT INSERT (person, kind, about, place, link, made) ON notice TO 'logbook-course'@'localhost';
GRANT SELECT ON reset TO 'logbook-course'@'localhost';
GRANT SELECT ON file_check TO 'logbook-course'@'localhost';
-- Courses: holds, who takes part, and the story of each course; nothing of competencies (R-ROL-10).
GRANT SELECT (email, auth_id, cpr_find, merged_into) ON person TO 'logbook-course'@'localhost';
GRANT SELECT ON element TO 'logbook-course'@'localhost';
GRANT SELECT ON reach_course TO 'logbook-course'@'localhost';
GRANT SELECT ON course_specialty TO 'logbook-course'@'localhost';
GRANT SELECT ON course_equal TO 'logbook-course'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-course'@'localhost';
GRANT SELECT ON course_record_latest TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT ON course_record TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT ON course_run TO 'logbook-course'@'localhost';
GRANT SELECT, INSERT (run, course, doctor, put_by, at), UPDATE (taken_out, taken_by) ON course_seat TO 'logbook-course'@'localhost';
GRANT INSERT (code, name, kind, specialty, stage, required, hours, days, since), UPDATE (until) ON course_def TO 'logbook-course'@'localhost';
GRANT SELECT (kind, link, made), INSERT (person, kind, about, place, link, made) ON notice TO 'logbook-course'@'localhost';
GRANT SELECT (person, at, action) ON audit TO 'logbook-course'@'localhost';
-- Read back by chain.c after it is added.
GRANT SELECT ON plan TO 'logbook-course'@'localhost';
