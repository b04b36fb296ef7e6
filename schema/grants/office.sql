-- The program office: finds any user of the country, gives merit, shows the logbooks of its
-- region.  It reads no passwords and no codes, and changes no person.
GRANT SELECT (id, person, held, stage, made, seen, ended, token) ON session TO 'logbook-office'@'localhost';
GRANT UPDATE (seen) ON session TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT, DELETE ON kept_form TO 'logbook-office'@'localhost';
GRANT SELECT ON person TO 'logbook-office'@'localhost';
GRANT SELECT (doctor) ON journal_taken TO 'logbook-office'@'localhost';
GRANT SELECT ON person_word TO 'logbook-office'@'localhost';
GRANT SELECT ON user_role TO 'logbook-office'@'localhost';
GRANT SELECT ON reach TO 'logbook-office'@'localhost';
GRANT SELECT ON training_region TO 'logbook-office'@'localhost';
GRANT SELECT ON specialty TO 'logbook-office'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-office'@'localhost';
GRANT SELECT ON training_course TO 'logbook-office'@'localhost';
GRANT SELECT ON course_first TO 'logbook-office'@'localhost';
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
              made_at, access_due, unconfirmed),
      UPDATE (name, email, mobile, auth_id, access_due, unconfirmed) ON person TO 'logbook-office'@'localhost';
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
-- Resets: rows are added, what waits is closed; a story's latest row is asked of its view.
GRANT SELECT ON approval_latest TO 'logbook-office'@'localhost';
GRANT SELECT ON office_now TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON reset TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON reset_rule TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT (doctor, region, kind, row_id, title, requester, requested_on, case_no, request_file, reason, once,
                      given_by, by_name, as_role, place, at, expires),
      UPDATE (state, closed_by, closed_name, closed_at) ON reset_asked TO 'logbook-office'@'localhost';
GRANT SELECT ON note_shared TO 'logbook-office'@'localhost';
-- Notes: the secretariat's own are written; of the others only what is shared is read (note_shared).
GRANT SELECT, INSERT (doctor, kind, region, given_by, once, at) ON note TO 'logbook-office'@'localhost';
GRANT INSERT ON note_version TO 'logbook-office'@'localhost';
-- Files of a doctor's own, and their verification.
GRANT SELECT ON file_check TO 'logbook-office'@'localhost';
GRANT SELECT ON file_now TO 'logbook-office'@'localhost';
-- The library of forms.
GRANT SELECT, INSERT (title, stage, specialty, region, once), UPDATE (ended_by, ended_at) ON form TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON form_version TO 'logbook-office'@'localhost';
-- Assessment cards of the region's doctors are read.
GRANT SELECT ON card_set TO 'logbook-office'@'localhost';
GRANT SELECT ON card_template TO 'logbook-office'@'localhost';
GRANT SELECT ON card_part TO 'logbook-office'@'localhost';
GRANT SELECT ON card_goal TO 'logbook-office'@'localhost';
GRANT SELECT ON card_need TO 'logbook-office'@'localhost';
GRANT SELECT ON card_count TO 'logbook-office'@'localhost';
GRANT SELECT ON card_merit TO 'logbook-office'@'localhost';
GRANT SELECT ON card_now TO 'logbook-office'@'localhost';
GRANT SELECT ON card TO 'logbook-office'@'localhost';
GRANT SELECT ON card_entry TO 'logbook-office'@'localhost';
GRANT SELECT ON reset TO 'logbook-office'@'localhost';
-- Courses of training and their time (time.sql).
GRANT SELECT ON absence_type TO 'logbook-office'@'localhost';
GRANT SELECT ON absence_rule TO 'logbook-office'@'localhost';
GRANT SELECT ON absence TO 'logbook-office'@'localhost';
-- Research training (research*.sql).
GRANT SELECT ON research_list TO 'logbook-office'@'localhost';
GRANT SELECT ON research_applies TO 'logbook-office'@'localhost';
GRANT SELECT ON training_whole TO 'logbook-office'@'localhost';
GRANT SELECT ON training_list TO 'logbook-office'@'localhost';
GRANT SELECT ON research_part TO 'logbook-office'@'localhost';
GRANT SELECT ON research TO 'logbook-office'@'localhost';
GRANT SELECT ON research_now TO 'logbook-office'@'localhost';
GRANT SELECT ON research_latest TO 'logbook-office'@'localhost';
GRANT SELECT ON research_course TO 'logbook-office'@'localhost';
GRANT SELECT ON research_supervision TO 'logbook-office'@'localhost';
GRANT SELECT ON reach_research TO 'logbook-office'@'localhost';
GRANT INSERT ON research TO 'logbook-office'@'localhost';
GRANT INSERT, UPDATE (until, ended_by, ended_at) ON research_supervision TO 'logbook-office'@'localhost';
GRANT SELECT (doctor, kind, row_id, by_name, at, reason) ON reset TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON decision TO 'logbook-office'@'localhost';
-- Attestations (attest*.sql).
GRANT SELECT ON attestation_now TO 'logbook-office'@'localhost';
GRANT SELECT ON time_changed TO 'logbook-office'@'localhost';
GRANT SELECT ON goals_changed TO 'logbook-office'@'localhost';
GRANT SELECT ON goal_due TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON attestation TO 'logbook-office'@'localhost';
GRANT SELECT ON attestation_latest TO 'logbook-office'@'localhost';
-- Courses: another basis, merit; the general ones and those of the region.
GRANT SELECT ON course_specialty TO 'logbook-office'@'localhost';
GRANT SELECT ON course_equal TO 'logbook-office'@'localhost';
GRANT SELECT ON course_run TO 'logbook-office'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-office'@'localhost';
GRANT INSERT ON handover TO 'logbook-office'@'localhost';
GRANT SELECT ON merit_course TO 'logbook-office'@'localhost';
GRANT SELECT ON course_record_latest TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT ON course_record TO 'logbook-office'@'localhost';
GRANT UPDATE (until) ON course_def TO 'logbook-office'@'localhost';
GRANT INSERT (code, name, kind, stage, region, required, days, hours, position, since) ON course_def TO 'logbook-office'@'localhost';
-- Read back by chain.c after it is added.
GRANT SELECT ON plan TO 'logbook-office'@'localhost';
GRANT SELECT ON doctor_overview TO 'logbook-office'@'localhost';
GRANT SELECT ON card_merit_live TO 'logbook-office'@'localhost';
-- Afsendelser: what its doctors have ordered, and what the authority has done with it (submission_office.sql).
GRANT SELECT ON submission TO 'logbook-office'@'localhost';
GRANT SELECT, INSERT (submission, doctor, step, status, words, given_by, by_name, as_role, at)
      ON submission_step TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_now TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_file TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_superseded TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_work TO 'logbook-office'@'localhost';
-- The overview of medical employment, and what the documentation to the authority lacks (domain 13).
GRANT SELECT (id, doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks, cancelled)
  ON employment TO 'logbook-office'@'localhost';
GRANT SELECT (id, doctor, element, remarks, cancelled) ON employment_remark TO 'logbook-office'@'localhost';
GRANT SELECT (id, doctor, sha256, by_name, at) ON employment_signed TO 'logbook-office'@'localhost';
GRANT SELECT (doctor, rule, at) ON reminder TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_standing TO 'logbook-office'@'localhost';
GRANT SELECT ON submission_latest TO 'logbook-office'@'localhost';
GRANT INSERT (code, course, specialty) ON course_specialty TO 'logbook-office'@'localhost';
