-- The doctor's own logbook: reads it, asks, takes back.  Approvals are only ever added.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-journal'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-journal'@'localhost';
GRANT INSERT ON audit TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON look TO 'logbook-journal'@'localhost';
GRANT SELECT (id, at, region) ON archive_delivery TO 'logbook-journal'@'localhost';
GRANT SELECT (delivery, doctor) ON archive_logbook TO 'logbook-journal'@'localhost';
GRANT SELECT (id, name, born, cpr_kind, gone) ON person TO 'logbook-journal'@'localhost';
GRANT SELECT ON user_role TO 'logbook-journal'@'localhost';
GRANT SELECT ON training_region TO 'logbook-journal'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-journal'@'localhost';
GRANT SELECT ON training_course TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_curriculum TO 'logbook-journal'@'localhost';
GRANT SELECT ON element TO 'logbook-journal'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-journal'@'localhost';
GRANT SELECT ON competency TO 'logbook-journal'@'localhost';
GRANT SELECT ON reach TO 'logbook-journal'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON approval_latest TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON approval TO 'logbook-journal'@'localhost';
GRANT SELECT ON merit TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON file TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON file_content TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON chain_link TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-journal'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-journal'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-journal'@'localhost';
-- Who may answer is told that they were asked.
GRANT SELECT (kind, about, place, link, made), INSERT (person, kind, about, place, link, made) ON notice TO 'logbook-journal'@'localhost';
GRANT SELECT ON reset TO 'logbook-journal'@'localhost';
-- Notes of one's own; what they said before stays.
GRANT SELECT, INSERT ON note TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON note_version TO 'logbook-journal'@'localhost';
-- Files of a doctor's own, and their verification.
GRANT SELECT, INSERT ON file_check TO 'logbook-journal'@'localhost';
GRANT SELECT ON file_now TO 'logbook-journal'@'localhost';
-- Assessment cards and what is counted: the doctor's own are added to; doubt is read.
GRANT SELECT ON card_set TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_template TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_part TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_goal TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_need TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_count TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_merit TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON card TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_entry TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON card_sheet TO 'logbook-journal'@'localhost';
GRANT INSERT ON card TO 'logbook-journal'@'localhost';
GRANT INSERT, UPDATE (taken_out) ON card_entry TO 'logbook-journal'@'localhost';
-- Courses of training and their time (time.sql).
GRANT SELECT ON specialty TO 'logbook-journal'@'localhost';
GRANT SELECT ON agreement TO 'logbook-journal'@'localhost';
GRANT SELECT ON element_change TO 'logbook-journal'@'localhost';
GRANT SELECT ON absence_type TO 'logbook-journal'@'localhost';
GRANT SELECT ON absence_rule TO 'logbook-journal'@'localhost';
GRANT SELECT ON absence TO 'logbook-journal'@'localhost';
GRANT INSERT (doctor, element, type, since, until, given_by, by_name, as_role, at), UPDATE (cancelled, cancelled_by)
  ON absence TO 'logbook-journal'@'localhost';
-- Research training (research*.sql).
GRANT SELECT ON research_list TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_applies TO 'logbook-journal'@'localhost';
GRANT SELECT ON training_whole TO 'logbook-journal'@'localhost';
GRANT SELECT ON training_list TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_part TO 'logbook-journal'@'localhost';
GRANT SELECT ON research TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_latest TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_course TO 'logbook-journal'@'localhost';
GRANT SELECT ON research_supervision TO 'logbook-journal'@'localhost';
GRANT SELECT ON reach_research TO 'logbook-journal'@'localhost';
GRANT INSERT ON research TO 'logbook-journal'@'localhost';
GRANT INSERT, UPDATE (cancelled) ON research_course TO 'logbook-journal'@'localhost';
GRANT SELECT (doctor, kind, row_id, by_name, at, reason) ON reset TO 'logbook-journal'@'localhost';
GRANT SELECT ON decision TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_def TO 'logbook-journal'@'localhost';
GRANT SELECT (person, seen, about) ON notice TO 'logbook-journal'@'localhost';
-- Attestations (attest*.sql).
GRANT SELECT ON attestation_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON time_changed TO 'logbook-journal'@'localhost';
GRANT SELECT ON goals_changed TO 'logbook-journal'@'localhost';
GRANT SELECT ON goal_due TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON attestation TO 'logbook-journal'@'localhost';
GRANT SELECT ON attestation_latest TO 'logbook-journal'@'localhost';
GRANT SELECT (auth_id) ON person TO 'logbook-journal'@'localhost';
-- Courses: certificates are sent and taken back.
GRANT SELECT ON course_specialty TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_equal TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_run TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON course_record_latest TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON course_record TO 'logbook-journal'@'localhost';
-- Plans and talks (domain 16).
GRANT SELECT ON talk_reach TO 'logbook-journal'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON talk_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON main_supervisor TO 'logbook-journal'@'localhost';
GRANT SELECT ON plan_latest TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON plan TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_draft TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT, UPDATE (planned_on, cancelled, cancelled_by) ON talk TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT, UPDATE ON talk_preparation TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON talk_minutes TO 'logbook-journal'@'localhost';
GRANT SELECT ON talk_heading TO 'logbook-journal'@'localhost';
GRANT SELECT ON doubt TO 'logbook-journal'@'localhost';
GRANT SELECT ON doubt_outcome TO 'logbook-journal'@'localhost';
GRANT SELECT ON card_merit_live TO 'logbook-journal'@'localhost';
-- What is sent to Styrelsen for Patientsikkerhed: ordered, withdrawn, recorded (submission_own.sql).
GRANT SELECT, INSERT ON submission TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT (submission, doctor, step, status, words, given_by, by_name, as_role, at)
      ON submission_step TO 'logbook-journal'@'localhost';
GRANT SELECT ON submission_now TO 'logbook-journal'@'localhost';
GRANT SELECT ON submission_file TO 'logbook-journal'@'localhost';
GRANT SELECT ON submission_superseded TO 'logbook-journal'@'localhost';
GRANT SELECT, UPDATE (next_try) ON submission_work TO 'logbook-journal'@'localhost';
-- The overview of medical employment, and what the documentation to the authority lacks (domain 13).
GRANT SELECT, INSERT (doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks, corrects, once, at),
      UPDATE (cancelled) ON employment TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT (doctor, element, remarks, once, at), UPDATE (cancelled) ON employment_remark TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON employment_signed TO 'logbook-journal'@'localhost';
GRANT SELECT, INSERT ON reminder TO 'logbook-journal'@'localhost';
GRANT SELECT ON submission_standing TO 'logbook-journal'@'localhost';
GRANT SELECT (course, doctor, taken_out) ON course_seat TO 'logbook-journal'@'localhost';
GRANT SELECT ON submission_latest TO 'logbook-journal'@'localhost';
-- What was reset since a package was sent (resent.sql).
GRANT SELECT ON merit_course TO 'logbook-journal'@'localhost';
