-- Takes in journals of other installations, whole (R-ARK-04): adds to the logbook of a doctor who has none, and
-- changes nothing (rules/taken_in.sql).  What it reads beside are codes and names of what everybody may know,
-- and who has a CPR number or an authorisation id.
GRANT INSERT (doctor, sha256, made, links, by_user, at) ON journal_taken TO 'logbook-take'@'localhost';
GRANT INSERT (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via, made_at,
              gone, unconfirmed) ON person TO 'logbook-take'@'localhost';
GRANT INSERT (ending, person) ON person_word TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, person, name, auth_id) ON journal_person TO 'logbook-take'@'localhost';
GRANT INSERT (person, role, since, until) ON user_role TO 'logbook-take'@'localhost';
GRANT INSERT (sha256, bytes) ON file_content TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, stage, specialty, region, number, since, until, office_until, source, source_id, round, draw, chosen,
              filled, advertised, employed, cancelled) ON training_course TO 'logbook-take'@'localhost';
GRANT INSERT (course, curriculum, doctor, basis, basis_date, left_on) ON course_curriculum TO 'logbook-take'@'localhost';
GRANT INSERT (course, doctor, seq, kind, org_unit, section, specialty, since, until, fraction, position_no,
              source_id, cancelled) ON element TO 'logbook-take'@'localhost';
GRANT INSERT (course, kind, number, published, effect, at, cancelled) ON agreement TO 'logbook-take'@'localhost';
GRANT INSERT (element, doctor, agreement, what, before_org_unit, before_since, before_until, before_fraction,
              after_org_unit, after_since, after_until, after_fraction, at) ON element_change TO 'logbook-take'@'localhost';
GRANT INSERT (course, from_list, to_list, reason, given_by, by_name, as_role, at) ON curriculum_move TO 'logbook-take'@'localhost';
GRANT INSERT (course, until, given_by, by_name, as_role, at) ON handover TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, element, type, since, until, given_by, by_name, as_role, at, cancelled, cancelled_by) ON absence TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, kind, type, pages, size, name, content, given_by, at) ON file TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, file, step, status, sha256, title, words, once, given_by, by_name, as_role, place, at) ON file_check TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, competency, step, status, kind, element, org_unit, merit, rating, words, given_by, by_name,
              as_role, place, at) ON approval TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at) ON merit TO 'logbook-take'@'localhost';
GRANT INSERT (merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider, appeal,
              warned, checked, given_by, by_name, as_role, place, at) ON decision TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, template, competency, once, given_by, at) ON card_sheet TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
              words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at) ON card TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, competency, method, done_on, number, words, once, at, taken_out) ON card_entry TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, competency, merit, given_by, by_name, at) ON card_merit TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256, paper_signer,
              paper_title, paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no,
              unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds, prolonged,
              exception, goals, statement, given_by, by_name, as_role, place, at) ON attestation TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region, org_unit, words,
              given_by, by_name, as_role, place, at) ON course_record TO 'logbook-take'@'localhost';
GRANT INSERT (course, name, place, since, until, hours, once, given_by, as_role, at) ON course_run TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words, ground,
              filed, case_no, file, file_sha256, given_by, by_name, as_role, place, at) ON research TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, name, held_on, half_days, certificate, at, cancelled) ON research_course TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, held, since, until, given_by, by_name, given_as, place, made_at, ended_by, ended_at) ON research_supervision TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, kind, competency, region, given_by, once, at) ON note TO 'logbook-take'@'localhost';
GRANT INSERT (note, version, text, readers, removed, given_by, by_name, as_role, place, at) ON note_version TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies,
              file, file_sha256, words, once, given_by, by_name, as_role, place, at) ON plan TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at, cancelled, cancelled_by) ON talk TO 'logbook-take'@'localhost';
GRANT INSERT (talk, doctor, element, step, status, side, answers, held_on, words, file, file_sha256, once,
              given_by, by_name, as_role, place, at) ON talk_minutes TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once, second, given_by,
              by_name, as_role, place, at) ON reset TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks,
              corrects, once, at, cancelled) ON employment TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, list, sha256, once, given_by, by_name, as_role, place, at) ON employment_signed TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, kind, part, main, reference, attestations, files, consent, once, given_by, by_name, as_role,
              at) ON submission TO 'logbook-take'@'localhost';
GRANT INSERT (submission, doctor, step, status, words, size, sha256, pdf_sha256, sign_key, given_by, by_name,
              as_role, at) ON submission_step TO 'logbook-take'@'localhost';
GRANT INSERT (submission, n, name, title, size, sha256) ON submission_file TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, n, hash) ON chain_taken_in TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, viewer, held, role, page, at) ON look TO 'logbook-take'@'localhost';
GRANT SELECT (doctor, sha256, at, ended), UPDATE (ended) ON journal_taken TO 'logbook-take'@'localhost';
GRANT SELECT (id, name, born, cpr_find, email, auth_id, gone) ON person TO 'logbook-take'@'localhost';
GRANT SELECT (person, auth_id) ON journal_person TO 'logbook-take'@'localhost';
GRANT SELECT (id, person, role, since, until) ON user_role TO 'logbook-take'@'localhost';
GRANT SELECT (id, code) ON org_unit TO 'logbook-take'@'localhost';
GRANT SELECT (id, code, file_sha256) ON curriculum TO 'logbook-take'@'localhost';
GRANT SELECT (id, curriculum, number) ON competency TO 'logbook-take'@'localhost';
GRANT SELECT (id, curriculum, code) ON card_template TO 'logbook-take'@'localhost';
GRANT SELECT (id, code) ON course_def TO 'logbook-take'@'localhost';
GRANT SELECT (id, name) ON specialty TO 'logbook-take'@'localhost';
GRANT SELECT (id, name) ON training_region TO 'logbook-take'@'localhost';
GRANT SELECT (id, code) ON absence_type TO 'logbook-take'@'localhost';
GRANT SELECT (id, code) ON research_part TO 'logbook-take'@'localhost';
GRANT SELECT (id, course, name, place, since, until, hours) ON course_run TO 'logbook-take'@'localhost';
GRANT SELECT (id, template, competency) ON card_sheet TO 'logbook-take'@'localhost';
GRANT SELECT (id, content) ON file TO 'logbook-take'@'localhost';
-- The chain, and the rows that it has just added to it.
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-take'@'localhost';
GRANT SELECT (doctor, n, row_id), INSERT (doctor, n, kind, row_id, hash) ON chain_link TO 'logbook-take'@'localhost';
GRANT SELECT ON approval TO 'logbook-take'@'localhost';
GRANT SELECT ON merit TO 'logbook-take'@'localhost';
GRANT SELECT ON reset TO 'logbook-take'@'localhost';
GRANT SELECT ON file_check TO 'logbook-take'@'localhost';
GRANT SELECT ON card TO 'logbook-take'@'localhost';
GRANT SELECT ON attestation TO 'logbook-take'@'localhost';
GRANT SELECT ON course_record TO 'logbook-take'@'localhost';
GRANT SELECT ON research TO 'logbook-take'@'localhost';
GRANT SELECT ON decision TO 'logbook-take'@'localhost';
GRANT SELECT ON plan TO 'logbook-take'@'localhost';
GRANT SELECT ON submission_step TO 'logbook-take'@'localhost';
GRANT SELECT ON employment_signed TO 'logbook-take'@'localhost';
GRANT SELECT ON submission TO 'logbook-take'@'localhost';
GRANT INSERT (doctor, element, remarks, once, at, cancelled) ON employment_remark TO 'logbook-take'@'localhost';
GRANT SELECT (id, doctor, element) ON employment_remark TO 'logbook-take'@'localhost';
