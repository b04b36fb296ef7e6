-- notes_shared: the notes of a doctor within reach that the reader's role may read, newest first
-- in:   who, doctor u32
-- out:  id u32, kind text, number text?, title text?, version u32, text text, readers text, by_name text, as_role text, place text, written moment, at moment
-- rows: many
SELECT n.id, n.kind, c.number, c.title, n.version, n.text, n.readers, n.by_name, n.as_role, n.place, n.written, n.at
  FROM note_shared n
  LEFT JOIN competency c ON c.id = n.competency
 WHERE n.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                 JOIN user_role h ON h.id = r.held
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until
                  AND ((r.may_approve AND n.readers IN ('APPROVERS', 'ALL'))
                       OR (r.may_merit AND n.readers IN ('VUS', 'ALL')
                           AND (n.region IS NULL OR n.region = h.region))
                       OR (r.is_own AND n.readers = 'ALL')))
 ORDER BY n.written DESC, n.id DESC;
