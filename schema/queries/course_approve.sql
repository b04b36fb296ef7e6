-- claims_here: certificates of the doctors who are in this department today, oldest first
-- in:   who, most i64
-- out:  record u32, doctor u32, doctor_name text, course text, file_name text, pages u32, held_on day?, at moment
-- rows: many
SELECT a.id, a.doctor, p.name, d.name, f.name, f.pages, a.held_on, a.at
  FROM user_role h
  JOIN element e           ON e.org_unit = h.org_unit AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until
                          AND e.doctor <> :who
  JOIN course_record_now n ON n.doctor = e.doctor AND n.status = 'CLAIMED'
  JOIN course_record a     ON a.id = n.record
  JOIN person p            ON p.id = a.doctor AND p.gone IS NULL
  JOIN course_def d        ON d.id = a.course
  JOIN file f              ON f.id = a.file
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
 ORDER BY a.at, a.id
 LIMIT :most;

-- claim_here: one certificate of a doctor who is here today, answered or not
-- in:   who, record u32
-- out:  doctor u32, doctor_name text, course u32, course_name text, file u32, file_name text, type text, pages u32, held_on day?, at moment, now u32, now_status text, now_by text, now_as text, now_at moment, now_given_by u32
-- rows: one
SELECT a.doctor, p.name, a.course, d.name, f.id, f.name, f.type, f.pages, a.held_on, a.at,
       l.id, l.status, l.by_name, l.as_role, l.at, l.given_by
  FROM user_role h
  JOIN course_record a     ON a.id = :record AND a.status = 'CLAIMED' AND a.doctor <> :who
  JOIN course_record_now n ON n.doctor = a.doctor AND n.course = a.course
  JOIN course_record l     ON l.id = n.record
  JOIN person p            ON p.id = a.doctor
  JOIN course_def d        ON d.id = a.course
  JOIN file f              ON f.id = a.file
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND EXISTS (SELECT 1
                 FROM element e
                WHERE e.doctor = a.doctor AND e.org_unit = h.org_unit AND e.cancelled IS NULL
                  AND :today >= e.since AND :today < e.until);

-- claim_here_answer: the present UAO or tutor has held the certificate against the course: verified, or not (R-KUR-31)
-- in:   who, record u32, status text, words text?
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, held_on, file, file_sha256, org_unit, words,
                           given_by, by_name, as_role, place, at)
SELECT l.doctor, l.course, l.step + 1, :status, 'PAPER_VERIFIED', l.held_on, l.file, l.file_sha256, u.id, :words,
       p.id, p.name, h.role, u.place, :now
  FROM user_role h
  JOIN person p               ON p.id = h.person
  JOIN org_unit u             ON u.id = h.org_unit
  JOIN course_record_latest l ON l.id = :record AND l.status = 'CLAIMED' AND l.doctor <> :who
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND :status IN ('APPROVED', 'REFUSED')
   AND EXISTS (SELECT 1
                 FROM element e
                WHERE e.doctor = l.doctor AND e.org_unit = u.id AND e.cancelled IS NULL
                  AND :today >= e.since AND :today < e.until);

-- kbu_attest: in an exceptional case the UAO or tutor attests a KBU course, with the reason (domain 2.2, note a)
-- in:   who, doctor u32, course u32, words text
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, org_unit, words, given_by, by_name, as_role, place, at)
SELECT d.id, k.id, COALESCE(l.step, 0) + 1, 'APPROVED', 'ORDINARY', u.id, :words, p.id, p.name, h.role, u.place, :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN org_unit u                  ON u.id = h.org_unit
  JOIN person d                    ON d.id = :doctor AND d.id <> :who AND d.gone IS NULL
  JOIN course_def k                ON k.id = :course AND k.kind = 'GENERAL' AND k.stage = 'KBU'
                                  AND :today >= k.since AND :today < k.until
  LEFT JOIN course_record_latest l ON l.doctor = d.id AND l.course = k.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM element e
                 JOIN training_course c ON c.id = e.course AND c.stage = 'KBU' AND c.cancelled IS NULL
                WHERE e.doctor = d.id AND e.org_unit = u.id AND e.cancelled IS NULL
                  AND :today >= e.since AND :today < e.until);

-- course_answered: what this person has added to a course of that doctor, for saying it again after a double click
-- in:   who, doctor u32, course u32
-- out:  status text, kind text, by_name text, as_role text, at moment, mine bool
-- rows: one
SELECT a.status, a.kind, a.by_name, a.as_role, a.at, a.given_by = :who
  FROM course_record_now n
  JOIN course_record a ON a.id = n.record
 WHERE n.doctor = :doctor
   AND n.course = :course
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);
