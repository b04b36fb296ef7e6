-- Every version of every note of who is logged in, the private ones too: for the logbook as a whole, which
-- the doctor takes along (R-ARK-04).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW note_of_live AS
SELECT n.id, n.doctor, n.kind, n.competency, n.region, n.given_by AS written_by, n.at AS written, v.version, v.text, v.readers, v.removed,
       v.given_by, v.by_name, v.as_role, v.place, v.at
  FROM live_doctor d
  JOIN note n         ON n.doctor = d.id
  JOIN note_version v ON v.note = n.id;
