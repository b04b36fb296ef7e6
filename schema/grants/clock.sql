-- The clock: carries out what is due, sends what waits.  It reads no passwords and no logbook, and
-- adds nothing to one.
GRANT SELECT, INSERT, UPDATE ON lease TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON trouble TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON job TO 'logbook-clock'@'localhost';
GRANT SELECT ON org_unit TO 'logbook-clock'@'localhost';
GRANT SELECT ON setting TO 'logbook-clock'@'localhost';
GRANT SELECT ON person TO 'logbook-clock'@'localhost';
GRANT INSERT (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via,
              made_at, access_due, unconfirmed),
      UPDATE (name, email, mobile, auth_id, shown_from, access_due, gone, unconfirmed) ON person TO 'logbook-clock'@'localhost';
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
-- Imports (cgi/intake): persons, posts, roles that an import gives, places, agreements.
GRANT INSERT, UPDATE ON org_unit TO 'logbook-clock'@'localhost';
GRANT SELECT ON specialty TO 'logbook-clock'@'localhost';
GRANT SELECT ON training_region TO 'logbook-clock'@'localhost';
GRANT SELECT (id, title, version, stage, specialty, cutoff_basis, cutoff_date) ON curriculum TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON course_def TO 'logbook-clock'@'localhost';
GRANT INSERT (person, role, specialty, course, since, until, made_at), UPDATE (since, until, ended_at) ON user_role TO 'logbook-clock'@'localhost';
GRANT INSERT, UPDATE (stage, specialty, region, number, since, until, round, draw, chosen, filled, advertised, employed,
                      cancelled) ON training_course TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (basis, basis_date, left_on) ON course_curriculum TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (seq, org_unit, section, since, until, fraction, position_no, kind, specialty, cancelled)
      ON element TO 'logbook-clock'@'localhost';
GRANT INSERT ON element_change TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (cancelled, run) ON agreement TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (state, said, day, ended, total, done, fresh, changed, same, refused, waiting, undone_at,
                              tries, next_try)
      ON import_run TO 'logbook-clock'@'localhost';
GRANT SELECT ON import_file TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (person) ON import_line TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON import_step TO 'logbook-clock'@'localhost';
GRANT SELECT, UPDATE (etag, modified, checked, said) ON feed TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (region, cpr_find, name, body, body_hash, due, state, said, person, run, first_seen, last_seen)
      ON feed_record TO 'logbook-clock'@'localhost';
-- Whether something was built on an import that is to be taken back: that it is there, not what it says.
GRANT SELECT (doctor, element, at) ON approval TO 'logbook-clock'@'localhost';
GRANT SELECT (doctor) ON merit TO 'logbook-clock'@'localhost';
GRANT SELECT (person) ON session TO 'logbook-clock'@'localhost';
GRANT SELECT (doctor) ON look TO 'logbook-clock'@'localhost';
GRANT SELECT (doctor) ON delegation TO 'logbook-clock'@'localhost';
GRANT SELECT (course, at) ON curriculum_move TO 'logbook-clock'@'localhost';
-- Absence is something written in a logbook, as approvals are (time.sql).
GRANT SELECT (id, element, type, since, until, cancelled, at) ON absence TO 'logbook-clock'@'localhost';
-- Attestations that lack, and those whose element has moved (record/attested.c): not what they say.
GRANT SELECT ON attestation_now TO 'logbook-clock'@'localhost';
GRANT SELECT (id, doctor, org_unit, element, paper_signed, at, goals) ON attestation TO 'logbook-clock'@'localhost';
GRANT SELECT (id) ON approval TO 'logbook-clock'@'localhost';
-- Evaluations (evaluation_clock.sql): that an element has its answer, not what it says; a half-year is over.
GRANT SELECT (element) ON evaluation_given TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT ON evaluation_close TO 'logbook-clock'@'localhost';
-- Who lacks a plan or a first talk: that it is there, not what it says.
GRANT SELECT (doctor, element, plan, at) ON plan_now TO 'logbook-clock'@'localhost';
GRANT SELECT (talk, element, status, planned_on) ON talk_now TO 'logbook-clock'@'localhost';
GRANT SELECT (element, person, live) ON main_supervisor TO 'logbook-clock'@'localhost';
GRANT SELECT (id, doctor, element, at, follow_on) ON doubt TO 'logbook-clock'@'localhost';
GRANT SELECT (id, doubt) ON doubt_outcome TO 'logbook-clock'@'localhost';
-- The overview counts approvals, and reads nothing of what they say.
GRANT SELECT (doctor, competency, curriculum, status, org_unit, at) ON approval_now TO 'logbook-clock'@'localhost';
GRANT SELECT (id, curriculum) ON competency TO 'logbook-clock'@'localhost';
GRANT SELECT (course, curriculum, left_on) ON course_curriculum TO 'logbook-clock'@'localhost';
-- How many days of absence count, and what makes up for them: not who wrote it.
GRANT SELECT ON absence_rule TO 'logbook-clock'@'localhost';
GRANT SELECT ON element_moved_on TO 'logbook-clock'@'localhost';
GRANT SELECT ON element_replacement TO 'logbook-clock'@'localhost';
-- Whether an element lacks competencies that are due in it.
GRANT SELECT (element, doctor, competency, status) ON goal_due TO 'logbook-clock'@'localhost';
GRANT SELECT, INSERT, DELETE ON doctor_overview TO 'logbook-clock'@'localhost';
