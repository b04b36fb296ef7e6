-- research_dispense: a part is dispensed, or approved on another basis, for a doctor of the region; not one that is approved already
-- in:   who, doctor u32, part u32, kind text, ground text, filed bool, case_no text?, file u32?, words text?
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, words, ground, filed, case_no, file, file_sha256,
                      given_by, by_name, as_role, place, at)
SELECT d.id, p.id, COALESCE(l.step, 0) + 1, 'APPROVED', :kind, :words, :ground, :filed, :case_no, f.id,
       f.content, b.id, b.name, h.role, t.name, :now
  FROM user_role h
  JOIN person b               ON b.id = h.person
  JOIN training_region t      ON t.id = h.region
  JOIN person d               ON d.id = :doctor AND d.id <> b.id
  JOIN research_part p        ON p.id = :part
  LEFT JOIN research_latest l ON l.doctor = d.id AND l.part = p.id
  LEFT JOIN file f            ON f.id = :file AND f.doctor = d.id AND f.kind = 'DIPLOMA'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'VUS'
   AND :kind IN ('OTHER_BASIS', 'DISPENSATION_FULL', 'DISPENSATION_PARTIAL')
   AND (l.status IS NULL OR l.status <> 'APPROVED')
   AND (:file IS NULL) = (f.id IS NULL)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);
