-- claim_put: the doctor sends a certificate for a course that is asked for, or that counts as one
-- in:   who, course u32, file u32, held_on day
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, held_on, file, file_sha256,
                           given_by, by_name, as_role, place, at)
SELECT p.id, d.id, COALESCE(l.step, 0) + 1, 'CLAIMED', 'PAPER_VERIFIED', :held_on, f.id, f.content,
       p.id, p.name, h.role, '', :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN course_def d                ON d.id = :course AND d.kind IN ('GENERAL', 'SPECIALTY', 'CROSS_SPECIALTY')
  JOIN file f                      ON f.id = :file AND f.doctor = p.id AND f.given_by = p.id AND f.kind = 'CERTIFICATE'
  LEFT JOIN course_record_latest l ON l.doctor = p.id AND l.course = d.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'UL'
   AND :held_on <= :today
   AND COALESCE(l.status, 'NONE') NOT IN ('APPROVED', 'CLAIMED')
   AND EXISTS (SELECT 1
                 FROM training_course c
                 JOIN course_def w ON w.stage = c.stage
                                  AND (w.id = d.id OR w.id IN (SELECT q.counts_as FROM course_equal q WHERE q.course = d.id))
                WHERE c.doctor = p.id AND c.cancelled IS NULL
                  AND (w.kind = 'GENERAL' OR w.specialty = c.specialty
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = w.id AND x.specialty = c.specialty)));

-- claim_withdraw: the doctor takes the certificate back while nobody has answered
-- in:   who, course u32
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, held_on, file, file_sha256,
                           given_by, by_name, as_role, place, at)
SELECT p.id, l.course, l.step + 1, 'WITHDRAWN', 'PAPER_VERIFIED', l.held_on, l.file, l.file_sha256,
       p.id, p.name, h.role, '', :now
  FROM user_role h
  JOIN person p               ON p.id = h.person
  JOIN course_record_latest l ON l.doctor = p.id AND l.course = :course AND l.status = 'CLAIMED'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'UL';

-- claim_tell: who may verify it is told: UAO and tutor where the doctor is today, and who provides the course
-- in:   who, course u32, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'COURSE_CLAIMED', :who, '',
       IF(h.role = 'KURSUSUDBYDER', '/kurser/kursusbeviser', '/vejleder/kursusbeviser'), :now
  FROM user_role h
 WHERE :today >= h.since
   AND :today < h.until
   AND h.person <> :who
   AND ((h.role IN ('UAO', 'TUTOR')
         AND h.org_unit IN (SELECT e.org_unit
                              FROM element e
                             WHERE e.doctor = :who AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until))
        OR (h.role = 'KURSUSUDBYDER' AND h.course = :course))
   AND NOT EXISTS (SELECT 1
                     FROM notice n
                    WHERE n.person = h.person AND n.kind = 'COURSE_CLAIMED' AND n.about = :who AND n.seen IS NULL
                      AND n.made > :since);
