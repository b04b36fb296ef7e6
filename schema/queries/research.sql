-- research_training: the main training that a doctor's research training belongs to, and which parts its region asks for
-- in:   who, doctor u32
-- out:  doctor u32, name text, born day, since day, until day, region u32, region_name text, specialty text?, list u32, title text
-- rows: one
SELECT d.id, d.name, d.born,
       (SELECT w.since FROM training_whole w WHERE w.of = c.id ORDER BY w.since LIMIT 1),
       (SELECT w.until FROM training_whole w WHERE w.of = c.id ORDER BY w.until DESC LIMIT 1),
       t.id, t.name, s.name, l.id, l.title
  FROM person d
  JOIN training_course c ON c.id = (SELECT x.id
                                     FROM training_course x
                                    WHERE x.doctor = :doctor AND x.stage = 'HU' AND x.cancelled IS NULL
                                      AND x.since <= :today
                                    ORDER BY x.since DESC, x.id DESC
                                    LIMIT 1)
  JOIN training_region t ON t.id = c.region
  JOIN research_applies y ON y.course = c.id
  JOIN research_list l   ON l.id = y.list
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE d.id = :doctor
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until));

-- research_parts: how far each part of a doctor's research training has come, and what it was last asked for with
-- in:   who, doctor u32, list u32
-- out:  part u32, kind text, title text, days u32, hint text, research u32?, step u32?, status text?, basis text?, by_name text?, as_role text?, place text?, at moment?, project text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, filed bool?, case_no text?, file u32?, file_name text?, given_by u32?
-- rows: many
SELECT p.id, p.kind, p.title, p.days, p.hint, n.research, n.step, n.status, n.kind, n.by_name, n.as_role,
       n.place, n.at, s.title, s.held_on, s.venue, s.half_days, s.courses, s.words, s.ground, s.filed,
       s.case_no, s.file, f.name, s.given_by
  FROM research_part p
  LEFT JOIN research_now n ON n.doctor = :doctor AND n.part = p.id
  LEFT JOIN research s     ON s.id = n.research
  LEFT JOIN file f         ON f.id = s.file
 WHERE p.research_list = :list
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until))
 ORDER BY p.position;

-- research_story: everything that happened to one part of a doctor's research training; what was reset, on whose word
-- in:   who, doctor u32, part u32
-- out:  id u32, step u32, status text, basis text, project text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, filed bool?, case_no text?, file u32?, file_name text?, by_name text, as_role text, place text, at moment, struck_by text?, struck_at moment?, struck_why text?
-- rows: many
SELECT s.id, s.step, s.status, s.kind, s.title, s.held_on, s.venue, s.half_days, s.courses, s.words,
       s.ground, s.filed, s.case_no, s.file, f.name, s.by_name, s.as_role, s.place, s.at,
       t.by_name, t.at, t.reason
  FROM research s
  LEFT JOIN file f  ON f.id = s.file
  LEFT JOIN reset t ON t.kind = 'RESEARCH' AND t.row_id = s.id
 WHERE s.doctor = :doctor
   AND s.part = :part
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until))
 ORDER BY s.step;

-- research_courses: the courses that a doctor counts towards theory
-- in:   who, doctor u32
-- out:  id u32, name text, held_on day, half_days u32, certificate u32, certificate_name text
-- rows: many
SELECT k.id, k.name, k.held_on, k.half_days, k.certificate, f.name
  FROM research_course k
  JOIN file f ON f.id = k.certificate
 WHERE k.doctor = :doctor
   AND k.cancelled IS NULL
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until))
 ORDER BY k.held_on, k.id;

-- research_supervisors: who supervises the research training of a doctor, now and before
-- in:   who, doctor u32
-- out:  id u32, name text, since day, until day, by_name text, given_as text, place text, live bool, later bool
-- rows: many
SELECT s.id, p.name, s.since, LEAST(s.until, h.until), s.by_name, s.given_as, s.place,
       :today >= s.since AND :today < LEAST(s.until, h.until), :today < s.since
  FROM research_supervision s
  JOIN user_role h ON h.id = s.held
  JOIN person p    ON p.id = h.person
 WHERE s.doctor = :doctor
   AND s.since < s.until
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until))
 ORDER BY s.since DESC, s.id DESC;

-- research_diplomas: the diplomas of a logbook (ph.d., doctoral degree)
-- in:   who, doctor u32
-- out:  file u32, name text, pages u32, at moment
-- rows: many
SELECT f.id, f.name, f.pages, f.at
  FROM file f
 WHERE f.doctor = :doctor
   AND f.kind = 'DIPLOMA'
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until))
 ORDER BY f.at DESC, f.id DESC;

-- research_file: the bytes of a written product, certificate or diploma of a doctor's research training
-- in:   who, doctor u32, file u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND ((f.kind = 'DIPLOMA'
         AND EXISTS (SELECT 1
                       FROM reach r
                      WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                        AND r.role IN ('UL', 'UAO', 'TUTOR', 'VUS') AND :today >= r.since AND :today < r.until))
        OR EXISTS (SELECT 1 FROM research s WHERE s.file = f.id AND s.doctor = f.doctor)
        OR EXISTS (SELECT 1 FROM research_course k WHERE k.certificate = f.id AND k.doctor = f.doctor))
   AND (EXISTS (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                   AND :today >= r.since AND :today < r.until)
        OR EXISTS (SELECT 1
                     FROM reach_research r
                    WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                      AND :today >= r.since AND :today < r.until));
