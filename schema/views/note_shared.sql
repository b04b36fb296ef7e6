-- What notes say to others than the doctor, by their last version: never one that is private or taken
-- out.  The programs of others are granted this and not the tables.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW note_shared AS
SELECT n.id, n.doctor, n.kind, n.competency, n.region, n.at AS written, v.version, v.text, v.readers,
       v.by_name, v.as_role, v.place, v.at
  FROM note n
  JOIN note_version v ON v.note = n.id
 WHERE v.version = (SELECT MAX(l.version) FROM note_version l WHERE l.note = n.id)
   AND v.readers <> 'PRIVATE'
   AND NOT v.removed;
