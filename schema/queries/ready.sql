-- What is missing before documentation may be sent (domain 13, R-STPS-16): the facts, for logbook/readiness.
-- ready_reach asks first whose they are to read; the others are asked for by the doctor's number and the
-- courses of training alone, for the worker that sends documentation asks them too and acts for nobody.
-- course is the training that is documented, before the introduction to it; 0 is none.  Each stands for all the
-- courses that are one training with it (training_whole).

-- ready_reach: a doctor whose readiness is within reach: one's own, and the region's for its secretariat
-- in:   who, doctor u32
-- out:  doctor u32
-- rows: one
SELECT p.id
  FROM person p
 WHERE p.id = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role IN ('UL', 'VUS')
                  AND :today >= r.since AND :today < r.until);

-- ready_courses: the courses of training after which documentation is sent, the latest first, from when until when the training that each is of goes, and the introduction to it: of its specialty, else the last before it
-- in:   doctor u32
-- out:  course u32, name text, stage text, begins day, since day, until day, specialty text?, before u32?
-- rows: many
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT c.id, p.name, c.stage, c.since,
       (SELECT w.since FROM training_whole w WHERE w.of = c.id ORDER BY w.since LIMIT 1),
       (SELECT w.until FROM training_whole w WHERE w.of = c.id ORDER BY w.until DESC LIMIT 1),
       s.name,
       (SELECT i.id
          FROM training_course i
         WHERE c.stage = 'HU' AND i.doctor = c.doctor AND i.stage = 'INTRO' AND i.cancelled IS NULL
           AND NOT EXISTS (SELECT 1 FROM training_whole w WHERE w.of = c.id AND w.since <= i.since)
         ORDER BY i.specialty <=> c.specialty DESC, i.since DESC, i.id DESC
         LIMIT 1)
  FROM training_course c
  JOIN person p         ON p.id = c.doctor
  LEFT JOIN specialty s ON s.id = c.specialty
 WHERE c.doctor = :doctor
   AND c.stage IN ('KBU', 'HU')
   AND c.cancelled IS NULL
 ORDER BY c.since DESC, c.id DESC;

-- ready_elements: the employments of the training and of the introduction, and whether their time is attested
-- in:   doctor u32, course u32, before u32
-- out:  place text, since day, until day, earlier bool, placeholder bool, timed bool, paper_signed day?, at moment?
-- rows: many
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT u.place, e.since, e.until, w.of <> :course, u.kind = 'PLADSHOLDER', COALESCE(n.status = 'APPROVED', FALSE),
       t.paper_signed, t.at
  FROM training_whole w
  JOIN element e              ON e.course = w.course
  JOIN org_unit u             ON u.id = e.org_unit
  LEFT JOIN attestation_now n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME'
  LEFT JOIN attestation t     ON t.id = n.attestation
 WHERE w.of IN (:course, :before)
   AND e.doctor = :doctor
   AND e.cancelled IS NULL
 ORDER BY e.since, e.id;

-- ready_goals: how many competencies the lists that bind hold, how many of them are approved, and how many requests wait
-- in:   doctor u32, course u32, before u32
-- out:  goals i64, met i64, earlier i64, earlier_met i64, waiting i64
-- rows: one
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT (SELECT COUNT(*)
          FROM competency c
         WHERE c.curriculum IN (SELECT t.curriculum FROM training_list t WHERE t.of = :course AND t.doctor = :doctor)),
       (SELECT COUNT(*)
          FROM approval_now n
         WHERE n.doctor = :doctor AND n.status = 'APPROVED'
           AND n.curriculum IN (SELECT t.curriculum FROM training_list t WHERE t.of = :course AND t.doctor = :doctor)),
       (SELECT COUNT(*)
          FROM competency c
         WHERE c.curriculum IN (SELECT t.curriculum FROM training_list t WHERE t.of = :before AND t.doctor = :doctor)),
       (SELECT COUNT(*)
          FROM approval_now n
         WHERE n.doctor = :doctor AND n.status = 'APPROVED'
           AND n.curriculum IN (SELECT t.curriculum FROM training_list t WHERE t.of = :before AND t.doctor = :doctor)),
       (SELECT COUNT(*)
          FROM approval_now n
         WHERE n.doctor = :doctor AND n.status = 'REQUESTED'
           AND n.curriculum IN (SELECT t.curriculum FROM training_list t WHERE t.of = :course AND t.doctor = :doctor));

-- ready_things: the general courses that the licence waits for, and the overall approval of those of the specialty, which is broken when a part of it was reset since (R-KUR-25)
-- in:   doctor u32, course u32, before u32, today day
-- out:  name text, series bool, there bool, broken bool
-- rows: many
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT d.name, d.kind = 'SERIES',
       EXISTS (SELECT 1
                 FROM course_record_now n
                WHERE n.doctor = :doctor AND n.status = 'APPROVED'
                  AND (n.course = d.id
                       OR n.course IN (SELECT q.course FROM course_equal q
                                        WHERE q.counts_as = d.id AND :today >= q.since AND :today < q.until))),
       d.kind = 'SERIES'
       AND EXISTS (SELECT 1
                     FROM course_record_now n
                     JOIN course_def k ON k.id = n.course AND k.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND k.required
                                      AND :today >= k.since AND :today < k.until
                    WHERE n.doctor = :doctor AND n.status <> 'APPROVED'
                      AND (k.specialty = d.specialty
                           OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = d.specialty))
                      AND EXISTS (SELECT 1 FROM course_record w
                                   WHERE w.doctor = n.doctor AND w.course = n.course AND w.status = 'RESET'))
  FROM (SELECT k.id
          FROM training_whole w
          JOIN training_course c ON c.id = w.course
          JOIN course_def k      ON k.stage = c.stage AND k.kind IN ('GENERAL', 'SERIES') AND :today >= k.since AND :today < k.until
         WHERE w.of IN (:course, :before)
           AND w.doctor = :doctor
           AND IF(k.kind = 'SERIES',
                  k.specialty = c.specialty AND w.of = :course,
                  k.required AND (k.region IS NULL OR k.region = c.region)
                  AND (NOT EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id)
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = c.specialty)))
         GROUP BY k.id) q
  JOIN course_def d ON d.id = q.id
 ORDER BY d.position, d.name, d.id;

-- ready_parts: how far each part of the research training has come
-- in:   doctor u32, course u32
-- out:  kind text, days u32, status text?, basis text?
-- rows: many
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT p.kind, p.days, n.status, n.kind
  FROM research_applies a
  JOIN research_part p     ON p.research_list = a.list
  LEFT JOIN research_now n ON n.doctor = a.doctor AND n.part = p.id
 WHERE a.course = :course
   AND a.doctor = :doctor
 ORDER BY p.position;

-- ready_papers: what is attached (an agreement is signed a year before the training at most, so older files are of another), what waits to be verified, and whether a main package was sent
-- in:   doctor u32, course u32, kind text
-- out:  agreement bool, supplements i64, supplements_there i64, unverified i64, sent bool, under_way bool
-- rows: one
-- open: of a doctor whom ready_reach has found, or whose documentation the worker sends
SELECT EXISTS (SELECT 1
                 FROM file_now n
                 JOIN file f ON f.id = n.file AND f.at >= c.begun - INTERVAL 1 YEAR
                WHERE n.doctor = c.doctor AND n.kind = 'AGREEMENT' AND n.status IN ('UPLOADED', 'VERIFIED')),
       (SELECT COUNT(*)
          FROM agreement g
          JOIN training_whole w ON w.of = :course AND w.course = g.course
         WHERE g.kind = 'TILLAEGSAFTALE' AND g.cancelled IS NULL),
       (SELECT COUNT(*)
          FROM file_now n
          JOIN file f ON f.id = n.file AND f.at >= c.begun - INTERVAL 1 YEAR
         WHERE n.doctor = c.doctor AND n.kind = 'SUPPLEMENT' AND n.status IN ('UPLOADED', 'VERIFIED')),
       (SELECT COUNT(*)
          FROM file_now n
         WHERE n.doctor = c.doctor AND n.kind <> 'OTHER' AND n.status = 'UPLOADED'),
       EXISTS (SELECT 1 FROM submission_standing s WHERE s.doctor = c.doctor AND s.kind = :kind),
       EXISTS (SELECT 1 FROM submission_standing s WHERE s.doctor = c.doctor AND s.kind = :kind AND NOT s.is_sent)
  FROM (SELECT w.doctor, MIN(w.since) AS begun FROM training_whole w WHERE w.of = :course AND w.doctor = :doctor GROUP BY w.doctor) c;

-- reminders_of: when whoever can bring it about was last reminded of each thing that was missing
-- in:   who, doctor u32
-- out:  rule text, at moment
-- rows: many
SELECT m.rule, MAX(m.at)
  FROM reminder m
 WHERE m.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role IN ('UL', 'VUS')
                  AND :today >= r.since AND :today < r.until)
 GROUP BY m.rule;
