-- The program that sends: reads what goes into a package, in the name of the doctor who ordered it, and adds what
-- it has frozen and sent (submission_send.sql).  It adds nothing else to any logbook (rules/submission.sql).
GRANT SELECT, INSERT (submission, doctor, step, status, words, size, sha256, pdf_sha256, sign_key, by_name, as_role, at)
      ON submission_step TO 'logbook-send'@'localhost';
GRANT SELECT ON submission TO 'logbook-send'@'localhost';
GRANT SELECT ON submission_now TO 'logbook-send'@'localhost';
GRANT SELECT, INSERT ON submission_piece TO 'logbook-send'@'localhost';
GRANT SELECT, INSERT ON submission_file TO 'logbook-send'@'localhost';
GRANT SELECT, UPDATE (holder, until, tries, next_try, said, alarmed) ON submission_work TO 'logbook-send'@'localhost';
GRANT SELECT, INSERT ON chain_link TO 'logbook-send'@'localhost';
GRANT SELECT, INSERT, UPDATE (doctor, n, hash, seal) ON chain_head TO 'logbook-send'@'localhost';
GRANT SELECT, INSERT ON notice TO 'logbook-send'@'localhost';
GRANT INSERT ON mail TO 'logbook-send'@'localhost';
GRANT INSERT ON text_message TO 'logbook-send'@'localhost';
GRANT SELECT (name, value) ON setting TO 'logbook-send'@'localhost';
GRANT SELECT ON office_now TO 'logbook-send'@'localhost';
GRANT SELECT ON user_role TO 'logbook-send'@'localhost';
GRANT SELECT (id, name, email, auth_id, cpr_sealed, gone) ON person TO 'logbook-send'@'localhost';
-- What a package is made of.
GRANT SELECT ON reach TO 'logbook-send'@'localhost';
GRANT SELECT ON element TO 'logbook-send'@'localhost';
GRANT SELECT ON attestation TO 'logbook-send'@'localhost';
GRANT SELECT ON attestation_now TO 'logbook-send'@'localhost';
GRANT SELECT ON approval TO 'logbook-send'@'localhost';
GRANT SELECT ON file TO 'logbook-send'@'localhost';
GRANT SELECT ON file_now TO 'logbook-send'@'localhost';
GRANT SELECT ON file_content TO 'logbook-send'@'localhost';
