-- The verifier of the chains: reads what is chained, and changes nothing.  Nothing about persons.
GRANT SELECT (id, doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
              given_by, by_name, as_role, place, at) ON approval TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at)
   ON merit TO 'logbook-audit'@'localhost';
GRANT SELECT ON approval_now TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, size, content) ON file TO 'logbook-audit'@'localhost';
GRANT SELECT (sha256, bytes) ON file_content TO 'logbook-audit'@'localhost';
GRANT SELECT (doctor, n, kind, row_id, hash) ON chain_link TO 'logbook-audit'@'localhost';
GRANT SELECT (doctor, n, hash, seal) ON chain_head TO 'logbook-audit'@'localhost';
GRANT SELECT (id, doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies, file, file_sha256, words, once, given_by, by_name, as_role, place, at) ON plan TO 'logbook-audit'@'localhost';
GRANT SELECT ON plan_now TO 'logbook-audit'@'localhost';
