-- notes_own: the notes of one's own logbook, newest first; those of the secretariat about the doctor too
-- in:   who
-- out:  id u32, kind text, competency u32?, number text?, title text?, version u32, text text, readers text, by_name text, as_role text, place text, written moment, at moment
-- rows: many
SELECT n.id, n.kind, n.competency, c.number, c.title, v.version, v.text, v.readers, v.by_name, v.as_role, v.place, n.at, v.at
  FROM note n
  JOIN note_version v    ON v.note = n.id
  LEFT JOIN competency c ON c.id = n.competency
 WHERE n.doctor = :who
   AND v.version = (SELECT MAX(l.version) FROM note_version l WHERE l.note = n.id)
   AND NOT v.removed
 ORDER BY n.at DESC, n.id DESC;

-- note_own: a note that one wrote in one's own logbook
-- in:   who, note u32
-- out:  id u32, competency u32?, number text?, title text?, version u32, text text, readers text, removed bool
-- rows: one
SELECT n.id, n.competency, c.number, c.title, v.version, v.text, v.readers, v.removed
  FROM note n
  JOIN note_version v    ON v.note = n.id
  LEFT JOIN competency c ON c.id = n.competency
 WHERE n.id = :note
   AND n.doctor = :who
   AND n.kind = 'OWN'
   AND v.version = (SELECT MAX(l.version) FROM note_version l WHERE l.note = n.id);

-- note_own_versions: what one's own note said before, newest first
-- in:   who, note u32
-- out:  version u32, text text, readers text, at moment
-- rows: many
SELECT v.version, v.text, v.readers, v.at
  FROM note n
  JOIN note_version v ON v.note = n.id
 WHERE n.id = :note
   AND n.doctor = :who
   AND n.kind = 'OWN'
   AND v.version < (SELECT MAX(l.version) FROM note_version l WHERE l.note = n.id)
 ORDER BY v.version DESC;

-- note_own_add: a note in one's own logbook
-- in:   who, competency u32?, once blob
-- rows: none
INSERT INTO note (doctor, kind, competency, given_by, once, at)
SELECT p.id, 'OWN', :competency, p.id, :once, :now
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE p.id = :who
   AND (:competency IS NULL
        OR EXISTS (SELECT 1
                     FROM competency c
                     JOIN course_curriculum k ON k.doctor = :who AND k.curriculum = c.curriculum
                    WHERE c.id = :competency));

-- note_own_write: what one's own note says from now on; taken when it has changed since it was read
-- in:   who, note u32, version u32, text text, readers text, removed bool
-- rows: none
INSERT INTO note_version (note, version, text, readers, removed, given_by, by_name, as_role, at)
SELECT n.id, :version, :text, :readers, :removed, p.id, p.name, 'UL', :now
  FROM note n
  JOIN person p    ON p.id = n.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.id = :note
   AND n.doctor = :who
   AND n.kind = 'OWN';

-- note_own_of_form: the note that this form has already written
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT n.id
  FROM note n
 WHERE n.once = :once
   AND n.doctor = :who
   AND n.kind = 'OWN';
