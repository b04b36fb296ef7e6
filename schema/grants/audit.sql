-- The verifier of the chains: reads what is chained, and changes nothing.  Nothing about persons.
GRANT SELECT (id, doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
              given_by, by_name, as_role, place, at) ON approval TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at)
   ON merit TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words, ground, filed, case_no, file, file_sha256, given_by, by_name, as_role, place, at)
   ON research TO 'logbook-audit'@'localhost';
GRANT SELECT (id, merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider, appeal, warned, checked, given_by, by_name, as_role, place, at)
   ON decision TO 'logbook-audit'@'localhost';
GRANT SELECT ON research_now TO 'logbook-audit'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, size, content) ON file TO 'logbook-audit'@'localhost';
GRANT SELECT (sha256, bytes) ON file_content TO 'logbook-audit'@'localhost';
GRANT SELECT (doctor, n, kind, row_id, hash) ON chain_link TO 'logbook-audit'@'localhost';
GRANT SELECT (doctor, n, hash, seal) ON chain_head TO 'logbook-audit'@'localhost';
GRANT SELECT ON reset TO 'logbook-audit'@'localhost';
GRANT SELECT ON file_check TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
              words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
   ON card TO 'logbook-audit'@'localhost';
GRANT SELECT (doctor, sheet, card, step, status) ON card_now TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256, paper_signer, paper_title, paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no, unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds, prolonged, exception, goals, statement, given_by, by_name, as_role, place, at)
   ON attestation TO 'logbook-audit'@'localhost';
GRANT SELECT ON attestation_now TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region, org_unit, words,
              given_by, by_name, as_role, place, at) ON course_record TO 'logbook-audit'@'localhost';
GRANT SELECT ON course_record_now TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies, file, file_sha256, words, once, given_by, by_name, as_role, place, at) ON plan TO 'logbook-audit'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-audit'@'localhost';
GRANT SELECT ON submission TO 'logbook-audit'@'localhost';
GRANT SELECT ON submission_step TO 'logbook-audit'@'localhost';
GRANT SELECT ON submission_now TO 'logbook-audit'@'localhost';
GRANT SELECT ON submission_piece TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, list, sha256, once, given_by, by_name, as_role, place, at) ON employment_signed TO 'logbook-audit'@'localhost';
-- Where journals came from that were taken in.
GRANT SELECT (doctor, at, made, links, sha256, by_user) ON journal_taken TO 'logbook-audit'@'localhost';
-- Which list a competency is of: held against the latest step.
GRANT SELECT (id, curriculum) ON competency TO 'logbook-audit'@'localhost';
