-- Supervisors: read the logbooks of their department, answer requests.  Answers are only ever added.
GRANT SELECT (id, token, person, held, stage, made, seen, ended) ON session TO 'logbook-approve'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-approve'@'localhost';
GRANT INSERT ON audit TO 'logbook-approve'@'localhost';
GRANT INSERT ON look TO 'logbook-approve'@'localhost';
GRANT SELECT (id, name, born, cpr_kind, gone) ON person TO 'logbook-approve'@'localhost';
GRANT SELECT ON user_role TO 'logbook-approve'@'localhost';
GRANT SELECT ON training_region TO 'logbook-approve'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-approve'@'localhost';
GRANT SELECT ON training_course TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_curriculum TO 'logbook-approve'@'localhost';
GRANT SELECT ON element TO 'logbook-approve'@'localhost';
GRANT SELECT ON curriculum TO 'logbook-approve'@'localhost';
GRANT SELECT ON competency TO 'logbook-approve'@'localhost';
GRANT SELECT ON reach TO 'logbook-approve'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON approval_latest TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON approval TO 'logbook-approve'@'localhost';
GRANT SELECT ON merit TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON file TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON file_content TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON chain_link TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-approve'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-approve'@'localhost';
GRANT SELECT (person, seen) ON notice TO 'logbook-approve'@'localhost';
-- What was answered and which role was given is told; supervisors of the own department are made
-- and ended (schema/rules/account.sql holds it to these), and may be new to the logbook.
GRANT SELECT (kind, about, place, link, made), INSERT (person, kind, about, place, link, made) ON notice TO 'logbook-approve'@'localhost';
GRANT INSERT (person, address, kind, subject, sealed, made, next_try) ON mail TO 'logbook-approve'@'localhost';
GRANT INSERT (person, mobile, sealed, made, expires, next_try) ON text_message TO 'logbook-approve'@'localhost';
GRANT SELECT (email, cpr_find, auth_id, merged_into, unconfirmed),
      INSERT (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via,
              made_at, access_due, unconfirmed),
      UPDATE (name, email, mobile, auth_id) ON person TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON person_word TO 'logbook-approve'@'localhost';
GRANT INSERT (person, role, org_unit, since, until, given_by, named, given_as, made_at),
      UPDATE (until, named, ended_by, ended_at) ON user_role TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at) ON delegation TO 'logbook-approve'@'localhost';
GRANT SELECT (person, at, action) ON audit TO 'logbook-approve'@'localhost';
GRANT SELECT ON reset TO 'logbook-approve'@'localhost';
GRANT SELECT ON note_shared TO 'logbook-approve'@'localhost';
-- Files of a doctor's own, and their verification.
GRANT SELECT, INSERT ON file_check TO 'logbook-approve'@'localhost';
GRANT SELECT ON file_now TO 'logbook-approve'@'localhost';
-- Assessment cards are answered and given; doubt is raised.
GRANT SELECT ON card_set TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_template TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_part TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_goal TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_need TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_count TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_merit TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON card TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_entry TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON card_sheet TO 'logbook-approve'@'localhost';
GRANT INSERT ON card TO 'logbook-approve'@'localhost';
GRANT INSERT ON card_merit TO 'logbook-approve'@'localhost';
-- Courses of training and their time (time.sql).
GRANT SELECT ON specialty TO 'logbook-approve'@'localhost';
GRANT SELECT ON agreement TO 'logbook-approve'@'localhost';
GRANT SELECT ON element_change TO 'logbook-approve'@'localhost';
GRANT SELECT ON absence_type TO 'logbook-approve'@'localhost';
GRANT SELECT ON absence_rule TO 'logbook-approve'@'localhost';
GRANT SELECT ON absence TO 'logbook-approve'@'localhost';
GRANT INSERT (doctor, element, type, since, until, given_by, by_name, as_role, at), UPDATE (cancelled, cancelled_by)
  ON absence TO 'logbook-approve'@'localhost';
-- Research training (research*.sql).
GRANT SELECT ON research_list TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_applies TO 'logbook-approve'@'localhost';
GRANT SELECT ON training_whole TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_part TO 'logbook-approve'@'localhost';
GRANT SELECT ON research TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_latest TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_course TO 'logbook-approve'@'localhost';
GRANT SELECT ON research_supervision TO 'logbook-approve'@'localhost';
GRANT SELECT ON reach_research TO 'logbook-approve'@'localhost';
GRANT INSERT, UPDATE (until, ended_by, ended_at) ON research_supervision TO 'logbook-approve'@'localhost';
GRANT SELECT (doctor, kind, row_id, by_name, at, reason) ON reset TO 'logbook-approve'@'localhost';
GRANT SELECT ON decision TO 'logbook-approve'@'localhost';
-- Attestations (attest*.sql).
GRANT SELECT ON attestation_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON time_changed TO 'logbook-approve'@'localhost';
GRANT SELECT ON goals_changed TO 'logbook-approve'@'localhost';
GRANT SELECT ON goal_due TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON attestation TO 'logbook-approve'@'localhost';
GRANT SELECT ON attestation_latest TO 'logbook-approve'@'localhost';
GRANT SELECT ON element_moved_on TO 'logbook-approve'@'localhost';
GRANT SELECT ON element_replacement TO 'logbook-approve'@'localhost';
-- Courses: certificates are verified, a KBU course attested.
GRANT SELECT ON course_def TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_specialty TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_equal TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_run TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON course_record_latest TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON course_record TO 'logbook-approve'@'localhost';
-- Plans and talks (domain 16).
GRANT SELECT ON talk_reach TO 'logbook-approve'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON talk_now TO 'logbook-approve'@'localhost';
GRANT SELECT ON main_supervisor TO 'logbook-approve'@'localhost';
GRANT SELECT ON plan_latest TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON plan TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE (planned_on, cancelled, cancelled_by) ON talk TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT, UPDATE ON talk_preparation TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON talk_minutes TO 'logbook-approve'@'localhost';
GRANT SELECT ON talk_heading TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON doubt TO 'logbook-approve'@'localhost';
GRANT SELECT, INSERT ON doubt_outcome TO 'logbook-approve'@'localhost';
GRANT INSERT (doctor, element, person, role, since, given_by, by_name, as_role, at), UPDATE (until, ended_by, ended_at) ON main_supervisor TO 'logbook-approve'@'localhost';
GRANT SELECT ON card_merit_live TO 'logbook-approve'@'localhost';
