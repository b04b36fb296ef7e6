-- note_office_one: a note of one's own secretariat, of a doctor within reach
-- in:   who, doctor u32, note u32
-- out:  id u32, version u32, text text
-- rows: one
SELECT n.id, n.version, n.text
  FROM user_role h
  JOIN note_shared n ON n.region = h.region AND n.kind = 'VUS' AND n.id = :note AND n.doctor = :doctor
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- note_office_add: a note of the secretariat about a doctor within reach
-- in:   who, doctor u32, once blob
-- rows: none
INSERT INTO note (doctor, kind, region, given_by, once, at)
SELECT :doctor, 'VUS', h.region, h.person, :once, :now
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND h.person <> :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- note_office_write: what a note of one's secretariat says from now on; taken when it has changed since it was read
-- in:   who, doctor u32, note u32, version u32, text text, removed bool
-- rows: none
INSERT INTO note_version (note, version, text, readers, removed, given_by, by_name, as_role, place, at)
SELECT n.id, :version, :text, 'VUS', :removed, p.id, p.name, 'VUS', t.name, :now
  FROM user_role h
  JOIN note n            ON n.region = h.region AND n.kind = 'VUS' AND n.id = :note AND n.doctor = :doctor
  JOIN person p          ON p.id = h.person
  JOIN training_region t ON t.id = h.region
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- note_office_of_form: the note that this form has already written
-- in:   who, doctor u32, once blob
-- out:  id u32
-- rows: one
SELECT n.id
  FROM note n
 WHERE n.once = :once
   AND n.doctor = :doctor
   AND n.given_by = :who
   AND n.kind = 'VUS';
