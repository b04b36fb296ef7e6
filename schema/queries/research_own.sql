-- research_ask: a part of one's own research training is handed in for approval, by who may still ask and has somebody to ask
-- in:   who, part u32, asked u32?, title text?, held_on day?, venue text?, words text?, file u32?
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses,
                      words, file, file_sha256, given_by, by_name, as_role, place, at)
SELECT d.id, p.id, COALESCE(l.step, 0) + 1, 'REQUESTED', 'ORDINARY', q.id, :title, :held_on, :venue,
       IF(p.kind = 'THEORY', (SELECT SUM(k.half_days)
                                      FROM research_course k
                                     WHERE k.doctor = :who AND k.cancelled IS NULL), NULL),
       IF(p.kind = 'THEORY', (SELECT GROUP_CONCAT(CONCAT(k.name, ', ', DATE_FORMAT(k.held_on, '%d.%m.%Y'), ', ',
                                                         REPLACE(TRIM(TRAILING '.0' FROM FORMAT(k.half_days / 2, 1)), '.', ','),
                                                         IF(k.half_days = 2, ' dag', ' dage'))
                                                  ORDER BY k.held_on, k.id SEPARATOR '\n')
                                FROM research_course k
                               WHERE k.doctor = :who AND k.cancelled IS NULL), NULL),
       :words, f.id, f.content, d.id, d.name, u.role, t.name, :now
  FROM user_role u
  JOIN person d               ON d.id = u.person
  JOIN research_part p        ON p.id = :part
  JOIN research_list a        ON a.id = p.research_list
  JOIN training_course c      ON c.id = (SELECT x.id
                                     FROM training_course x
                                    WHERE x.doctor = :who AND x.stage = 'HU' AND x.cancelled IS NULL
                                      AND x.since <= :today
                                    ORDER BY x.since DESC, x.id DESC
                                    LIMIT 1)
  JOIN research_applies y     ON y.course = c.id AND y.list = a.id
  JOIN training_region t      ON t.id = c.region
  LEFT JOIN research_latest l ON l.doctor = :who AND l.part = p.id
  LEFT JOIN user_role q       ON q.id = :asked AND q.role = 'KURSUSUDBYDER' AND q.person <> :who
                             AND :today >= q.since AND :today < q.until AND (q.region IS NULL OR q.region = c.region)
                             AND (q.course IS NULL OR EXISTS (SELECT 1 FROM course_def k WHERE k.id = q.course AND k.kind = 'RESEARCH'))
  LEFT JOIN file f            ON f.id = :file AND f.doctor = :who
 WHERE u.id = :as
   AND u.person = :who
   AND u.role = 'UL'
   AND (l.status IS NULL OR l.status IN ('WITHDRAWN', 'RETURNED', 'RESET'))
   AND (:file IS NULL) = (f.id IS NULL)
   AND (p.kind = 'MODULE') = (q.id IS NOT NULL)
   AND (p.kind = 'MODULE' OR EXISTS (SELECT 1
                                       FROM research_supervision s
                                       JOIN user_role h ON h.id = s.held AND :today >= h.since AND :today < h.until
                                      WHERE s.doctor = :who AND :today >= s.since AND :today < s.until))
   AND (p.kind <> 'THEORY' OR COALESCE((SELECT SUM(k.half_days)
                                      FROM research_course k
                                     WHERE k.doctor = :who AND k.cancelled IS NULL), 0) >= 2 * p.days)
   AND (p.kind <> 'OVERALL' OR NOT EXISTS (SELECT 1
                                             FROM research_part o
                                             LEFT JOIN research_latest n ON n.doctor = :who AND n.part = o.id
                                                                        AND n.status = 'APPROVED'
                                            WHERE o.research_list = p.research_list AND o.id <> p.id AND n.id IS NULL));

-- research_withdraw: what one has asked for is taken back, as long as nobody has answered
-- in:   who, part u32
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, asked, given_by, by_name, as_role, place, at)
SELECT l.doctor, l.part, l.step + 1, 'WITHDRAWN', 'ORDINARY', l.asked, d.id, d.name, u.role, a.place, :now
  FROM user_role u
  JOIN person d          ON d.id = u.person
  JOIN research_latest l ON l.doctor = :who AND l.part = :part AND l.status = 'REQUESTED'
  JOIN research a        ON a.id = l.id
 WHERE u.id = :as
   AND u.person = :who
   AND u.role = 'UL';

-- research_providers: the providers of research training whom the doctor can ask to approve a module: those of the region, and those of none
-- in:   who
-- out:  held u32, name text, course text?
-- rows: many
SELECT q.id, p.name, k.name
  FROM training_course c
  JOIN user_role q       ON q.role = 'KURSUSUDBYDER' AND (q.region IS NULL OR q.region = c.region)
                        AND :today >= q.since AND :today < q.until
  JOIN person p          ON p.id = q.person AND p.gone IS NULL AND p.id <> :who
  LEFT JOIN course_def k ON k.id = q.course
 WHERE (k.id IS NULL OR k.kind = 'RESEARCH')
   AND c.id = (SELECT x.id
                                     FROM training_course x
                                    WHERE x.doctor = :who AND x.stage = 'HU' AND x.cancelled IS NULL
                                      AND x.since <= :today
                                    ORDER BY x.since DESC, x.id DESC
                                    LIMIT 1)
 ORDER BY p.name, q.id;

-- research_ask_tell: who may answer is told that one has asked; not again that day while it has not been seen
-- in:   who, part u32, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'RESEARCH_REQUESTED', n.doctor, n.place,
       IF(n.asked IS NULL, CONCAT('/kurser/forskningstraening/', n.doctor), '/kurser/forskningskurser'), :now
  FROM research_now n
  LEFT JOIN research_supervision s ON n.asked IS NULL AND s.doctor = n.doctor AND :today >= s.since AND :today < s.until
  JOIN user_role h                 ON h.id = COALESCE(n.asked, s.held) AND :today >= h.since AND :today < h.until
  JOIN person p                    ON p.id = h.person AND p.gone IS NULL
 WHERE n.doctor = :who
   AND n.part = :part
   AND n.status = 'REQUESTED'
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = 'RESEARCH_REQUESTED' AND o.about = n.doctor
                      AND o.seen IS NULL AND o.made > :since);

-- research_course_add: a course is counted towards one's theory, while that has not been asked for
-- in:   who, name text, held_on day, half_days u32, certificate u32
-- rows: none
INSERT INTO research_course (doctor, name, held_on, half_days, certificate, at)
SELECT u.person, :name, :held_on, :half_days, f.id, :now
  FROM user_role u
  JOIN file f ON f.id = :certificate AND f.doctor = :who AND f.kind = 'CERTIFICATE'
 WHERE u.id = :as
   AND u.person = :who
   AND u.role = 'UL'
   AND NOT EXISTS (SELECT 1
                     FROM research_now n
                     JOIN research_part p ON p.id = n.part AND p.kind = 'THEORY'
                    WHERE n.doctor = :who AND n.status IN ('REQUESTED', 'APPROVED'));

-- research_course_out: a course is taken out again, while the theory has not been asked for
-- in:   who, course u32
-- rows: none
UPDATE research_course k
   SET k.cancelled = :now
 WHERE k.id = :course
   AND k.doctor = :who
   AND k.cancelled IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM research_now n
                     JOIN research_part p ON p.id = n.part AND p.kind = 'THEORY'
                    WHERE n.doctor = :who AND n.status IN ('REQUESTED', 'APPROVED'));

-- research_course_same: a course of one's own that is listed already, by name and day
-- in:   who, name text, held_on day
-- out:  id u32
-- rows: one
SELECT k.id
  FROM research_course k
 WHERE k.doctor = :who
   AND k.name = :name
   AND k.held_on = :held_on
   AND k.cancelled IS NULL
 LIMIT 1;

-- research_diploma_same: a diploma of one's own with these bytes that is there already
-- in:   who, sha256 blob
-- out:  id u32
-- rows: one
SELECT f.id
  FROM file f
 WHERE f.doctor = :who
   AND f.kind = 'DIPLOMA'
   AND f.content = :sha256
 LIMIT 1;
