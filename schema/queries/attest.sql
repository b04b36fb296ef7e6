-- What is read of attestations: by whom the doctor's logbook is within reach of, and by the UAO or
-- tutor of an element's department, of that element alone, for which there is no latest day (R-ATT-11).
-- element 0 is all of them.

-- attest_elements: the elements of a doctor within reach, with how far both attestations of each have come
-- in:   who, doctor u32, element u32
-- out:  element u32, doctor u32, doctor_name text, auth_id text?, born day, stage text, specialty text?, course u32, course_number text, course_region u32, place text, code text, org_unit u32, since day, until day, fraction u32, position_no text, gone bool, time_id u32?, time_status text?, time_basis text?, time_by text?, time_as text?, time_at moment?, time_words text?, time_paper_on day?, time_changed bool, goals_id u32?, goals_status text?, goals_by text?, goals_as text?, goals_at moment?, goals_words text?, goals_changed bool
-- rows: many
SELECT e.id, e.doctor, p.name, p.auth_id, p.born, c.stage, s.name, c.id, c.number, c.region, u.place, u.code, e.org_unit,
       e.since, e.until, e.fraction, e.position_no, e.cancelled IS NOT NULL OR c.cancelled IS NOT NULL,
       t.id, t.status, t.basis, t.by_name, t.as_role, t.at, t.words,
       t.paper_signed, EXISTS (SELECT 1 FROM time_changed k WHERE k.element = e.id),
       g.id, g.status, g.by_name, g.as_role, g.at, g.words,
       EXISTS (SELECT 1 FROM goals_changed k WHERE k.attestation = g.id)
  FROM element e
  JOIN training_course c       ON c.id = e.course
  JOIN person p                ON p.id = e.doctor
  JOIN org_unit u              ON u.id = e.org_unit
  LEFT JOIN specialty s        ON s.id = c.specialty
  LEFT JOIN attestation_now tn ON tn.doctor = e.doctor AND tn.element = e.id AND tn.kind = 'TIME'
  LEFT JOIN attestation t      ON t.id = tn.attestation
  LEFT JOIN attestation_now gn ON gn.doctor = e.doctor AND gn.element = e.id AND gn.kind = 'GOALS'
  LEFT JOIN attestation g      ON g.id = gn.attestation
 WHERE e.doctor = :doctor
   AND ((e.cancelled IS NULL AND c.cancelled IS NULL) OR tn.doctor IS NOT NULL OR gn.doctor IS NOT NULL)
   AND (:element = 0 OR e.id = :element)
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM user_role h
                    WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
                      AND h.person <> :doctor AND :today >= h.since AND :today < h.until))
 ORDER BY e.since DESC, e.id DESC;

-- attest_due: the competencies that are due in each element of the doctor, and how far each has come
-- in:   who, doctor u32, element u32
-- out:  element u32, curriculum u32, competency u32, status text?
-- rows: many
SELECT d.element, d.curriculum, d.competency, d.status
  FROM element e
  JOIN goal_due d ON d.element = e.id
 WHERE e.doctor = :doctor
   AND (:element = 0 OR e.id = :element)
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM user_role h
                    WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
                      AND h.person <> :doctor AND :today >= h.since AND :today < h.until))
 ORDER BY d.element, d.curriculum, d.position;

-- attest_story: everything that happened to the attestations of a doctor, the latest first
-- in:   who, doctor u32, element u32
-- out:  id u32, element u32, kind text, status text, basis text, words text?, absence_days u32?, paper u32?, paper_name text?, paper_pages u32?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.kind, a.status, a.basis, a.words, a.absence_days, a.paper, f.name, f.pages, a.by_name, a.as_role, a.place, a.at
  FROM attestation a
  JOIN element e   ON e.id = a.element
  LEFT JOIN file f ON f.id = a.paper
 WHERE a.doctor = :doctor
   AND (:element = 0 OR e.id = :element)
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM user_role h
                    WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
                      AND h.person <> :doctor AND :today >= h.since AND :today < h.until))
 ORDER BY a.element, a.kind, a.step DESC;

-- attest_paper_content: the scan of an original, of a doctor within reach
-- in:   who, doctor u32, paper u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :paper
   AND f.doctor = :doctor
   AND EXISTS (SELECT 1 FROM attestation a WHERE a.paper = f.id)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);
