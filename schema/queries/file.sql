-- content_add: the bytes of a file, unless they are there already (taken)
-- in:   sha256 blob, bytes blob
-- rows: none
-- open: bytes alone are nobody's; the row of file says whose they are
INSERT INTO file_content (sha256, bytes)
VALUES (:sha256, :bytes);

-- file_add: a file for a logbook within reach, one's own or another's
-- in:   who, doctor u32, kind text, type text, pages u32, size u32, name text, content blob
-- rows: none
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT :doctor, :kind, :type, :pages, :size, :name, :content, :who, :now
 WHERE EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- file_room_used: how many bytes the files take that count towards the room of a logbook within reach (file_takes_room), those that were taken back too
-- in:   who, doctor u32
-- out:  bytes i64
-- rows: one
SELECT CAST(COALESCE(SUM(f.size), 0) AS SIGNED)
  FROM file f
 WHERE f.doctor = :doctor
   AND (f.given_by = f.doctor OR f.kind IN ('PLAN', 'TALK'))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- file_sent: a file of that kind that this person gave for this doctor, to be used with a form that was not fine the first time
-- in:   who, doctor u32, kind text, file u32
-- out:  file u32, name text, pages u32
-- rows: one
SELECT f.id, f.name, f.pages
  FROM file f
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND f.kind = :kind
   AND f.given_by = :who
   AND NOT EXISTS (SELECT 1 FROM merit m WHERE m.letter = f.id);
