-- The minutes of the talks of who is logged in, and who looked into their logbook: likewise.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW talk_of_live AS
SELECT m.id, m.talk, m.doctor, m.element, m.step, m.status, m.side, m.answers, m.held_on, m.words, m.file, m.file_sha256,
       m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM talk_minutes m
 WHERE CASE
       WHEN USER() LIKE 'logbook-archive@%' THEN EXISTS (SELECT 1 FROM archive_doctor d WHERE d.doctor = m.doctor)
       ELSE EXISTS (SELECT 1 FROM live_doctor d WHERE d.id = m.doctor) END;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW look_of_live AS
SELECT l.id, l.doctor, l.at, l.role, l.page, l.viewer
  FROM look l
 WHERE CASE
       WHEN USER() LIKE 'logbook-archive@%' THEN EXISTS (SELECT 1 FROM archive_doctor d WHERE d.doctor = l.doctor)
       ELSE EXISTS (SELECT 1 FROM live_doctor d WHERE d.id = l.doctor) END;
