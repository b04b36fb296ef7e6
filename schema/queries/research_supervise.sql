-- research_doctors: the doctors whose research training this person supervises, those who wait first
-- in:   who
-- out:  doctor u32, name text, since day, until day, waiting i64, done i64, part u32?, part_title text?
-- rows: many
SELECT p.id, p.name,
       (SELECT w.since FROM training_whole w WHERE w.of = c.id ORDER BY w.since LIMIT 1),
       (SELECT w.until FROM training_whole w WHERE w.of = c.id ORDER BY w.until DESC LIMIT 1),
       (SELECT COUNT(*) FROM research_now n WHERE n.doctor = p.id AND n.status = 'REQUESTED' AND n.asked IS NULL) AS waiting,
       (SELECT COUNT(*) FROM research_now n WHERE n.doctor = p.id AND n.status = 'APPROVED'),
       w.id, w.title
  FROM person p
  JOIN training_course c ON c.id = (SELECT x.id
                                     FROM training_course x
                                    WHERE x.doctor = p.id AND x.stage = 'HU' AND x.cancelled IS NULL
                                      AND x.since <= :today
                                    ORDER BY x.since DESC, x.id DESC
                                    LIMIT 1)
  LEFT JOIN research_part w ON w.id = (SELECT n.part
                                         FROM research_now n
                                        WHERE n.doctor = p.id AND n.status = 'REQUESTED' AND n.asked IS NULL
                                        ORDER BY n.at, n.part
                                        LIMIT 1)
 WHERE p.gone IS NULL
   AND p.id IN (SELECT r.doctor
                  FROM reach_research r
                 WHERE r.viewer = :who AND r.held = :as AND :today >= r.since AND :today < r.until)
 ORDER BY waiting > 0 DESC, p.name, p.id;

-- research_decide: a request of a doctor assigned to this supervisor is answered, once; the overall attestation after every part
-- in:   who, doctor u32, research u32, status text, words text?
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, title, held_on, venue, half_days, courses, words,
                      file, file_sha256, given_by, by_name, as_role, place, at)
SELECT l.doctor, l.part, l.step + 1, :status, 'ORDINARY', l.title, l.held_on, l.venue, l.half_days,
       l.courses, :words, l.file, l.file_sha256, b.id, b.name, h.role, t.name, :now
  FROM research_latest l
  JOIN research_part p   ON p.id = l.part AND p.kind <> 'MODULE'
  JOIN research_list a   ON a.id = p.research_list
  JOIN training_region t ON t.id = a.training_region
  JOIN person b          ON b.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = b.id AND h.role = 'FORSKVEJLEDER'
 WHERE l.id = :research
   AND l.doctor = :doctor
   AND l.doctor <> :who
   AND l.status = 'REQUESTED'
   AND (:status = 'RETURNED' OR p.kind <> 'OVERALL'
        OR NOT EXISTS (SELECT 1
                         FROM research_part o
                         LEFT JOIN research_latest n ON n.doctor = l.doctor AND n.part = o.id AND n.status = 'APPROVED'
                        WHERE o.research_list = p.research_list AND o.id <> p.id AND n.id IS NULL))
   AND EXISTS (SELECT 1
                 FROM reach_research r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = l.doctor
                  AND :today >= r.since AND :today < r.until);

-- research_requests: the modules that doctors have asked this course provider to approve, oldest first
-- in:   who, most i64
-- out:  id u32, doctor u32, name text, part text, course text?, held_on day?, at moment
-- rows: many
SELECT s.id, s.doctor, p.name, o.title, s.title, s.held_on, s.at
  FROM user_role h
  JOIN research_now n  ON n.asked = h.id AND n.status = 'REQUESTED'
  JOIN research s      ON s.id = n.research
  JOIN research_part o ON o.id = n.part
  JOIN person p        ON p.id = n.doctor AND p.id <> :who
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'KURSUSUDBYDER'
   AND :today >= h.since
   AND :today < h.until
 ORDER BY s.at, s.id
 LIMIT :most;

-- research_request: one module that a doctor asked this provider to approve, answered or not
-- in:   who, id u32
-- out:  doctor u32, name text, born day, part text, hint text, days u32, course text?, held_on day?, words text?, file u32?, file_name text?, now u32, now_status text, now_by text, now_at moment, now_given_by u32
-- rows: one
SELECT s.doctor, p.name, p.born, o.title, o.hint, o.days, s.title, s.held_on, s.words, s.file, f.name,
       n.research, n.status, n.by_name, n.at, l.given_by
  FROM user_role h
  JOIN research s      ON s.asked = h.id AND s.id = :id AND s.status = 'REQUESTED'
  JOIN research_part o ON o.id = s.part AND o.kind = 'MODULE'
  JOIN research_now n  ON n.doctor = s.doctor AND n.part = s.part
  JOIN research l      ON l.id = n.research
  JOIN person p        ON p.id = s.doctor AND p.id <> :who
  LEFT JOIN file f     ON f.id = s.file
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'KURSUSUDBYDER'
   AND :today >= h.since
   AND :today < h.until;

-- research_request_file: the certificate that came with a module that this provider is asked to approve
-- in:   who, id u32
-- out:  doctor u32, type text, name text, bytes blob
-- rows: one
SELECT s.doctor, f.type, f.name, b.bytes
  FROM user_role h
  JOIN research s     ON s.asked = h.id AND s.id = :id AND s.status = 'REQUESTED'
  JOIN file f         ON f.id = s.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'KURSUSUDBYDER'
   AND s.doctor <> :who
   AND :today >= h.since
   AND :today < h.until;

-- research_provide: the provider who is asked answers for a module, once
-- in:   who, id u32, status text, words text?
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, asked, title, held_on, words, file, file_sha256,
                      given_by, by_name, as_role, place, at)
SELECT l.doctor, l.part, l.step + 1, :status, 'ORDINARY', l.asked, l.title, l.held_on, :words, l.file,
       l.file_sha256, b.id, b.name, h.role, t.name, :now
  FROM research_latest l
  JOIN research_part p   ON p.id = l.part AND p.kind = 'MODULE'
  JOIN research_list a   ON a.id = p.research_list
  JOIN training_region t ON t.id = a.training_region
  JOIN person b          ON b.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = b.id AND h.role = 'KURSUSUDBYDER'
 WHERE l.id = :id
   AND l.status = 'REQUESTED'
   AND l.asked = h.id
   AND (h.course IS NULL OR EXISTS (SELECT 1 FROM course_def k WHERE k.id = h.course AND k.kind = 'RESEARCH'))
   AND l.doctor <> :who
   AND :today >= h.since
   AND :today < h.until;

-- research_tell: the doctor is told of the answer that this person has just given
-- in:   who, research u32
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT n.doctor, CONCAT('RESEARCH_', n.status), NULL, n.place, CONCAT('/logbog/forskningstraening/del/', n.part), :now
  FROM research a
  JOIN research_now n ON n.doctor = a.doctor AND n.part = a.part AND n.status IN ('APPROVED', 'RETURNED')
  JOIN research l     ON l.id = n.research AND l.given_by = :who
 WHERE a.id = :research;
