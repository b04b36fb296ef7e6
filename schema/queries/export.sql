-- Asked in full of everybody, the own logbook or not (query_reach.c knows the condition by the order of its words): a
-- number is opened behind it, and tools that act for a doctor ask it.

-- doctor_on_paper: who the print is about; the CPR number stands on every page (R-PRN-02)
-- in:   who, doctor u32
-- out:  name text, auth_id text?, cpr_sealed blob
-- rows: one
SELECT p.name, p.auth_id, p.cpr_sealed
  FROM person p
 WHERE p.id = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.held = :as AND r.viewer = :who AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);

-- merit_links: which competencies each merit of the doctor is linked to
-- in:   who, doctor u32
-- out:  merit u32?, competency u32
-- rows: many
SELECT a.merit, a.competency
  FROM approval a
 WHERE a.doctor = :doctor
   AND a.merit IS NOT NULL
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.merit, a.competency;

-- letters_of_doctor: every merit letter, oldest first, with its bytes
-- in:   who, doctor u32
-- out:  merit u32, at moment, name text, type text, sha256 blob, bytes blob
-- rows: many
SELECT m.id, m.at, f.name, f.type, f.content, b.bytes
  FROM merit m
  JOIN file f         ON f.id = m.letter
  JOIN file_content b ON b.sha256 = f.content
 WHERE m.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY m.at, m.id;
