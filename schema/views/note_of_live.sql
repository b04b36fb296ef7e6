-- Every version of every note of who is logged in, the private ones too: for the logbook as a whole, which
-- the doctor takes along (R-ARK-04).  To the archives' account, of those whose training has ended
-- instead: no note that is private today, and no version that was (R-NOT-02).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW note_of_live AS
SELECT n.id, n.doctor, n.kind, n.competency, n.region, n.given_by AS written_by, n.at AS written, v.version, v.text, v.readers, v.removed,
       v.given_by, v.by_name, v.as_role, v.place, v.at
  FROM note n
  JOIN note_version v ON v.note = n.id
 WHERE CASE
       WHEN USER() LIKE 'logbook-archive@%' THEN
         EXISTS (SELECT 1 FROM archive_doctor d WHERE d.doctor = n.doctor)
         AND v.readers <> 'PRIVATE'
         AND (SELECT l.readers FROM note_version l WHERE l.note = n.id ORDER BY l.version DESC LIMIT 1) <> 'PRIVATE'
       ELSE EXISTS (SELECT 1 FROM live_doctor d WHERE d.id = n.doctor) END;
