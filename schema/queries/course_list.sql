-- course_needs: what a doctor's courses of training ask for, in their stage, specialty and region
-- in:   who, doctor u32
-- out:  course u32, code text, name text, kind text, stage text, required bool, hours u32?, days u32?, whole bool, within u32?, last_part u32?, needs text?, regional bool, since day?, until day?, specialty text?
-- rows: many
SELECT d.id, d.code, d.name, d.kind, COALESCE(d.stage, ''), d.required, d.hours, d.days, d.whole, d.within, d.last_part,
       d.needs, d.region IS NOT NULL, q.since, q.until, q.specialty
  FROM (SELECT a.course, MIN(a.since) AS since, MAX(a.until) AS until, MAX(s.code) AS specialty
          -- each kind by its own key, of some four hundred courses a dozen
          FROM (SELECT k.id AS course, c.since, c.until, c.specialty
                  FROM training_course c
                  JOIN course_def k ON k.stage = c.stage AND k.kind = 'GENERAL'
                                   AND (k.region = c.region OR (k.region IS NULL AND k.required))
                 WHERE c.doctor = :doctor
                   AND c.cancelled IS NULL
                   AND (NOT EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id)
                        OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = c.specialty))
                 UNION ALL
                SELECT k.id, c.since, c.until, c.specialty
                  FROM training_course c
                  JOIN course_def k ON k.specialty = c.specialty AND k.stage = c.stage AND k.kind NOT IN ('GENERAL', 'RESEARCH')
                 WHERE c.doctor = :doctor
                   AND c.cancelled IS NULL
                 UNION ALL
                SELECT k.id, c.since, c.until, c.specialty
                  FROM training_course c
                  JOIN course_specialty x ON x.specialty = c.specialty
                  JOIN course_def k       ON k.id = x.course AND k.stage = c.stage AND k.kind NOT IN ('GENERAL', 'RESEARCH')
                 WHERE c.doctor = :doctor
                   AND c.cancelled IS NULL) a
          LEFT JOIN specialty s ON s.id = a.specialty
         GROUP BY a.course) q
  JOIN course_def d ON d.id = q.course AND :today >= d.since AND :today < d.until
 WHERE EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY FIELD(d.stage, 'KBU', 'INTRO', 'HU'), d.position, d.name, d.id;

-- course_states: how far each course of a doctor has come
-- in:   who, doctor u32
-- out:  course u32, code text, name text, course_kind text, record u32, status text, kind text, run text?, absent u32?, held_on day?, file u32?, file_name text?, file_pages u32?, words text?, by_name text, as_role text, place text, at moment, struck_by text?, struck_role text?, struck_at moment?, reset_reason text?, was_reset bool
-- rows: many
SELECT n.course, d.code, d.name, d.kind, a.id, a.status, a.kind, v.name, a.absent, a.held_on, a.file, f.name, f.pages,
       a.words, a.by_name, a.as_role, a.place, a.at, o.by_name, o.as_role, o.at, COALESCE(z.reason, y.reason),
       EXISTS (SELECT 1 FROM course_record w WHERE w.doctor = n.doctor AND w.course = n.course AND w.status = 'RESET')
  FROM course_record_now n
  JOIN course_def d         ON d.id = n.course
  JOIN course_record a      ON a.id = n.record
  LEFT JOIN course_run v    ON v.id = a.run
  LEFT JOIN file f          ON f.id = a.file
  LEFT JOIN course_record o ON n.status = 'RESET' AND o.doctor = n.doctor AND o.course = n.course AND o.step = n.step - 1
  LEFT JOIN reset z         ON z.kind = 'COURSE' AND z.row_id = o.id
  LEFT JOIN reset y         ON y.kind = 'MERIT' AND o.kind = 'MERIT' AND y.doctor = o.doctor AND y.at = a.at
 WHERE n.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY d.position, d.name, d.id;

-- course_story: everything that happened to one course of a doctor, newest first
-- in:   who, doctor u32, course u32
-- out:  id u32, step u32, status text, kind text, run text?, absent u32?, held_on day?, file u32?, file_name text?, file_pages u32?, words text?, own bool, by_name text, as_role text, place text, at moment, reset_reason text?
-- rows: many
SELECT a.id, a.step, a.status, a.kind, v.name, a.absent, a.held_on, a.file, f.name, f.pages, a.words,
       a.given_by = a.doctor, a.by_name, a.as_role, a.place, a.at, COALESCE(z.reason, y.reason)
  FROM course_record a
  LEFT JOIN course_run v    ON v.id = a.run
  LEFT JOIN file f          ON f.id = a.file
  LEFT JOIN course_record o ON a.status = 'RESET' AND o.doctor = a.doctor AND o.course = a.course AND o.step = a.step - 1
  LEFT JOIN reset z         ON z.kind = 'COURSE' AND z.row_id = o.id
  LEFT JOIN reset y         ON y.kind = 'MERIT' AND o.kind = 'MERIT' AND y.doctor = o.doctor AND y.at = a.at
 WHERE a.doctor = :doctor
   AND a.course = :course
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.step DESC;

-- course_equals: which old course counts as which
-- in:   today day
-- out:  course u32, name text, counts_as u32
-- rows: many
-- open: courses are public
SELECT q.course, d.name, q.counts_as
  FROM course_equal q
  JOIN course_def d ON d.id = q.course
 WHERE :today >= q.since
   AND :today < q.until
 ORDER BY d.position, d.id;

-- certificate_content: the bytes of a certificate of a doctor within reach
-- in:   who, doctor u32, file u32
-- out:  type text, name text, sha256 blob, bytes blob
-- rows: one
SELECT f.type, f.name, f.content, b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND f.kind = 'CERTIFICATE'
   AND EXISTS (SELECT 1 FROM course_record c WHERE c.file = f.id)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);
