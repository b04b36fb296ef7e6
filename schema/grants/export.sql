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
GRANT SELECT ON course_first TO 'logbook-export'@'localhost';
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
GRANT SELECT ON reset TO 'logbook-export'@'localhost';
GRANT SELECT ON note_shared TO 'logbook-export'@'localhost';
-- How many cards and how much was counted towards each goal.
GRANT SELECT ON card_set TO 'logbook-export'@'localhost';
GRANT SELECT ON card_template TO 'logbook-export'@'localhost';
GRANT SELECT ON card_part TO 'logbook-export'@'localhost';
GRANT SELECT ON card_goal TO 'logbook-export'@'localhost';
GRANT SELECT ON card_need TO 'logbook-export'@'localhost';
GRANT SELECT ON card_count TO 'logbook-export'@'localhost';
GRANT SELECT ON card_merit TO 'logbook-export'@'localhost';
GRANT SELECT ON card_now TO 'logbook-export'@'localhost';
GRANT SELECT ON card TO 'logbook-export'@'localhost';
GRANT SELECT ON card_entry TO 'logbook-export'@'localhost';
-- Courses of training and their time (time.sql).
GRANT SELECT ON agreement TO 'logbook-export'@'localhost';
GRANT SELECT ON element_change TO 'logbook-export'@'localhost';
GRANT SELECT ON absence_type TO 'logbook-export'@'localhost';
GRANT SELECT ON absence_rule TO 'logbook-export'@'localhost';
GRANT SELECT ON absence TO 'logbook-export'@'localhost';
-- Research training (research*.sql).
GRANT SELECT ON research_list TO 'logbook-export'@'localhost';
GRANT SELECT ON research_applies TO 'logbook-export'@'localhost';
GRANT SELECT ON training_whole TO 'logbook-export'@'localhost';
GRANT SELECT ON research_part TO 'logbook-export'@'localhost';
GRANT SELECT ON research TO 'logbook-export'@'localhost';
GRANT SELECT ON research_now TO 'logbook-export'@'localhost';
GRANT SELECT ON research_latest TO 'logbook-export'@'localhost';
GRANT SELECT ON research_course TO 'logbook-export'@'localhost';
GRANT SELECT ON research_supervision TO 'logbook-export'@'localhost';
GRANT SELECT ON reach_research TO 'logbook-export'@'localhost';
GRANT SELECT (doctor, kind, row_id, by_name, at, reason) ON reset TO 'logbook-export'@'localhost';
GRANT SELECT ON decision TO 'logbook-export'@'localhost';
-- Attestations (attest_print.sql), with their place in the chain.
GRANT SELECT ON attestation_now TO 'logbook-export'@'localhost';
GRANT SELECT ON time_changed TO 'logbook-export'@'localhost';
GRANT SELECT ON goals_changed TO 'logbook-export'@'localhost';
GRANT SELECT ON attestation TO 'logbook-export'@'localhost';
GRANT SELECT ON chain_link TO 'logbook-export'@'localhost';
-- Courses, and lists of who takes part.
GRANT SELECT ON course_specialty TO 'logbook-export'@'localhost';
GRANT SELECT ON course_equal TO 'logbook-export'@'localhost';
GRANT SELECT ON course_run TO 'logbook-export'@'localhost';
GRANT SELECT ON course_seat TO 'logbook-export'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-export'@'localhost';
GRANT SELECT ON course_record TO 'logbook-export'@'localhost';
GRANT SELECT ON reach_course TO 'logbook-export'@'localhost';
-- Plans (domain 16).
GRANT SELECT ON talk_reach TO 'logbook-export'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-export'@'localhost';
GRANT SELECT ON talk_now TO 'logbook-export'@'localhost';
GRANT SELECT ON main_supervisor TO 'logbook-export'@'localhost';
GRANT SELECT ON plan TO 'logbook-export'@'localhost';
GRANT SELECT ON doctor_overview TO 'logbook-export'@'localhost';
GRANT SELECT ON card_merit_live TO 'logbook-export'@'localhost';
-- Frozen packages to the authority, fetched again by the doctor (submission_package.sql).
GRANT SELECT ON submission TO 'logbook-export'@'localhost';
GRANT SELECT ON submission_now TO 'logbook-export'@'localhost';
GRANT SELECT ON submission_step TO 'logbook-export'@'localhost';
GRANT SELECT ON submission_piece TO 'logbook-export'@'localhost';
-- The overview of medical employment (domain 13.4).
GRANT SELECT (id, doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks, cancelled, corrects, once, at)
  ON employment TO 'logbook-export'@'localhost';
GRANT SELECT (id, doctor, sha256, by_name, at) ON employment_signed TO 'logbook-export'@'localhost';
-- What a package takes its files from (package.sql).
GRANT SELECT ON file_now TO 'logbook-export'@'localhost';
-- The whole logbook, for the doctor alone (whole.sql): what is private only of who is logged in.
GRANT SELECT ON note_of_live TO 'logbook-export'@'localhost';
GRANT SELECT ON talk_of_live TO 'logbook-export'@'localhost';
GRANT SELECT ON look_of_live TO 'logbook-export'@'localhost';
GRANT SELECT (id, doctor, element, kind, planned_on, given_by, by_name, as_role, at, cancelled, cancelled_by) ON talk TO 'logbook-export'@'localhost';
GRANT SELECT ON file_check TO 'logbook-export'@'localhost';
GRANT SELECT (id, doctor, template, competency, given_by, at) ON card_sheet TO 'logbook-export'@'localhost';
GRANT SELECT (id, course, from_list, to_list, reason, given_by, by_name, as_role, at) ON curriculum_move TO 'logbook-export'@'localhost';
GRANT SELECT (id, course, until, given_by, by_name, as_role, at) ON handover TO 'logbook-export'@'localhost';
GRANT SELECT (list, given_by, as_role, place) ON employment_signed TO 'logbook-export'@'localhost';
GRANT SELECT ON submission_file TO 'logbook-export'@'localhost';
-- What a journal that was taken in from elsewhere says of who acted, and the hashes of its links there.
GRANT SELECT ON journal_person TO 'logbook-export'@'localhost';
GRANT SELECT ON chain_taken_in TO 'logbook-export'@'localhost';
GRANT SELECT (doctor, made) ON journal_taken TO 'logbook-export'@'localhost';
GRANT SELECT (id, doctor, element, remarks, at, cancelled) ON employment_remark TO 'logbook-export'@'localhost';
