-- The minutes of the talks of who is logged in, and who looked into their logbook: likewise.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW talk_of_live AS
SELECT m.id, m.talk, m.doctor, m.element, m.step, m.status, m.side, m.held_on, m.words, m.file, m.by_name, m.as_role,
       m.place, m.at
  FROM live_doctor d
  JOIN talk_minutes m ON m.doctor = d.id;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW look_of_live AS
SELECT l.doctor, l.at, l.role, l.page, p.name AS viewer
  FROM live_doctor d
  JOIN look l   ON l.doctor = d.id
  JOIN person p ON p.id = l.viewer;
