-- my_courses: the courses that the role in use leads or provides
-- in:   who
-- out:  id u32, name text, kind text, specialty text?, runs i64, waiting i64
-- rows: many
SELECT d.id, d.name, d.kind, s.name,
       (SELECT COUNT(*) FROM course_run v WHERE v.course = d.id),
       (SELECT COUNT(*) FROM course_record_now n WHERE n.course = d.id AND n.status = 'CLAIMED')
  FROM user_role h
  JOIN course_def d     ON (h.role IN ('DKL', 'KURSUSUDBYDER') AND d.id = h.course)
                        OR (h.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
                            AND (d.specialty = h.specialty
                                 OR EXISTS (SELECT 1 FROM course_specialty x
                                             WHERE x.course = d.id AND x.specialty = h.specialty)))
  LEFT JOIN specialty s ON s.id = d.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND :today >= h.since
   AND :today < h.until
 ORDER BY d.position, d.name, d.id;

-- course_mine: one of them
-- in:   who, course u32
-- out:  id u32, name text, kind text, hours u32?, days u32?, whole bool, last_part u32?, needs_name text?, live bool
-- rows: one
SELECT d.id, d.name, d.kind, d.hours, d.days, d.whole, d.last_part,
       (SELECT w.name FROM course_def w WHERE w.code = d.needs), :today >= d.since AND :today < d.until
  FROM user_role h
  JOIN course_def d ON d.id = :course
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
            AND (d.specialty = h.specialty
                 OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND :today >= h.since
   AND :today < h.until;

-- runs_of: the times one of my courses was held, or will be, newest first
-- in:   who, course u32, most i64
-- out:  id u32, name text, place text, since day, until day, hours u32, seats i64, passed i64
-- rows: many
SELECT v.id, v.name, v.place, v.since, v.until, v.hours,
       (SELECT COUNT(*) FROM course_seat s WHERE s.run = v.id AND s.taken_out IS NULL),
       (SELECT COUNT(*)
          FROM course_seat s
          JOIN course_record_now n ON n.doctor = s.doctor AND n.course = s.course AND n.status = 'APPROVED'
         WHERE s.run = v.id AND s.taken_out IS NULL)
  FROM user_role h
  JOIN course_run v ON v.course = :course
  JOIN course_def d ON d.id = v.course
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND (d.specialty = h.specialty
             OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
 ORDER BY v.since DESC, v.id DESC
 LIMIT :most;

-- run_add: one of my courses is held
-- in:   who, course u32, name text, place text, since day, until day, hours u32, once blob
-- rows: none
INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at)
SELECT d.id, :name, :place, :since, :until, :hours, :once, h.person, h.role, :now
  FROM user_role h
  JOIN course_def d ON d.id = :course AND d.kind IN ('GENERAL', 'SPECIALTY', 'CROSS_SPECIALTY')
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND (d.specialty = h.specialty
             OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND :today >= h.since
   AND :today < h.until
   AND :since >= d.since
   AND :since < d.until;

-- run_of_form: the hold that this form has made already
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT v.id
  FROM course_run v
 WHERE v.once = :once
   AND v.given_by = :who;

-- run_mine: a hold of one of my courses
-- in:   who, run u32
-- out:  id u32, name text, place text, since day, until day, hours u32, course u32, course_name text, whole bool, last_part u32?, needs text?
-- rows: one
SELECT v.id, v.name, v.place, v.since, v.until, v.hours, d.id, d.name, d.whole, d.last_part, d.needs
  FROM user_role h
  JOIN course_run v ON v.id = :run
  JOIN course_def d ON d.id = v.course
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND (d.specialty = h.specialty
             OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND :today >= h.since
   AND :today < h.until;

-- seats_of: who takes part in a hold: identity, stage, dates of the element, and this course alone (R-ROL-10)
-- in:   who, run u32
-- out:  doctor u32, name text, auth_id text?, stage text?, since day?, until day?, status text?, kind text?, here bool, absent u32?, words text?, by_name text?, at moment?, hu_until day?, has_before bool
-- rows: many
SELECT p.id, p.name, p.auth_id, c.stage, e.since, e.until, a.status, a.kind, a.run <=> s.run, a.absent, a.words,
       a.by_name, a.at,
       (SELECT MAX(t.until) FROM training_course t WHERE t.doctor = p.id AND t.stage = 'HU' AND t.cancelled IS NULL),
       EXISTS (SELECT 1
                 FROM course_def w
                 JOIN course_record_now b ON b.doctor = p.id AND b.status = 'APPROVED'
                WHERE w.code = d.needs
                  AND (b.course = w.id OR b.course IN (SELECT q.course FROM course_equal q WHERE q.counts_as = w.id)))
  FROM course_seat s
  JOIN course_def d             ON d.id = s.course
  JOIN person p                 ON p.id = s.doctor
  LEFT JOIN element e           ON e.id = (SELECT y.id
                                             FROM element y
                                            WHERE y.doctor = p.id AND y.cancelled IS NULL AND y.since <= :today
                                            ORDER BY y.since DESC, y.id DESC
                                            LIMIT 1)
  LEFT JOIN training_course c   ON c.id = e.course
  LEFT JOIN course_record_now n ON n.doctor = s.doctor AND n.course = s.course
  LEFT JOIN course_record a     ON a.id = n.record
 WHERE s.run = :run
   AND s.taken_out IS NULL
   AND EXISTS (SELECT 1
                 FROM reach_course r
                WHERE r.viewer = :who AND r.held = :as AND r.course = s.course AND r.doctor = s.doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY p.name, p.id;

-- participant_find: the one doctor with this e-mail, authorisation id or CPR number; asked by who has the hold, who sees the name alone
-- in:   who, run u32, email text, auth_id text, find blob
-- out:  person u32, name text
-- rows: one
SELECT q.id, q.name
  FROM user_role h
  JOIN course_run v ON v.id = :run
  JOIN course_def d ON d.id = v.course
  JOIN person p     ON p.email = :email OR p.auth_id = :auth_id OR p.cpr_find = :find
  JOIN person q     ON q.id = COALESCE(p.merged_into, p.id) AND q.gone IS NULL AND q.id <> :who
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND (d.specialty = h.specialty
             OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND (SELECT COUNT(*) FROM user_role u WHERE u.person = q.id AND u.role = 'UL') > 0
 LIMIT 1;

-- participants_looked_up: how often this person has looked for participants since then
-- in:   who, since moment
-- out:  n i64
-- rows: one
SELECT COUNT(*)
  FROM audit a
 WHERE a.person = :who
   AND a.at > :since
   AND a.action IN ('find by cpr', 'find by email', 'find by auth id');

-- run_turn: one at a time for a hold of one of my courses: of two tabs the second waits here, and then sees what the first has done
-- in:   who, run u32
-- out:  id u32
-- rows: one
SELECT v.id
  FROM course_run v
 WHERE v.id = :run
   AND EXISTS (SELECT 1
                 FROM user_role h
                 JOIN course_def d ON d.id = v.course
                WHERE h.id = :as
                  AND h.person = :who
                  AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                       OR (h.role = 'HKL' AND (d.specialty = h.specialty
                            OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
                  AND :today >= h.since
                  AND :today < h.until)
   FOR UPDATE;

-- seats_taken: how many take part in a hold of one of my courses, and whether that doctor does
-- in:   who, run u32, doctor u32
-- out:  n i64, here bool
-- rows: one
SELECT (SELECT COUNT(*) FROM course_seat s WHERE s.run = v.id AND s.taken_out IS NULL),
       EXISTS (SELECT 1 FROM course_seat s WHERE s.run = v.id AND s.doctor = :doctor AND s.taken_out IS NULL)
  FROM course_run v
 WHERE v.id = :run
   AND EXISTS (SELECT 1
                 FROM user_role h
                 JOIN course_def d ON d.id = v.course
                WHERE h.id = :as
                  AND h.person = :who
                  AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                       OR (h.role = 'HKL' AND (d.specialty = h.specialty
                            OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
                  AND :today >= h.since
                  AND :today < h.until);

-- seat_put: a doctor takes part in a hold of one of my courses (taken: was in it before)
-- in:   who, run u32, doctor u32
-- rows: none
INSERT INTO course_seat (run, course, doctor, put_by, at)
SELECT v.id, v.course, p.id, h.person, :now
  FROM user_role h
  JOIN course_run v ON v.id = :run
  JOIN course_def d ON d.id = v.course
  JOIN person p     ON p.id = :doctor AND p.gone IS NULL AND p.id <> :who
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
        OR (h.role = 'HKL' AND (d.specialty = h.specialty
             OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND :today >= h.since
   AND :today < h.until
   AND EXISTS (SELECT 1 FROM user_role u WHERE u.person = p.id AND u.role = 'UL');

-- seat_again: who was taken out of a hold of one of my courses comes in again
-- in:   who, run u32, doctor u32
-- rows: none
UPDATE course_seat s
  JOIN user_role h  ON h.id = :as AND h.person = :who AND :today >= h.since AND :today < h.until
  JOIN course_def d ON d.id = s.course
                   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                        OR (h.role = 'HKL' AND (d.specialty = h.specialty
                             OR EXISTS (SELECT 1 FROM course_specialty x
                                         WHERE x.course = d.id AND x.specialty = h.specialty))))
   SET s.taken_out = NULL, s.taken_by = NULL
 WHERE s.run = :run
   AND s.doctor = :doctor
   AND s.taken_out IS NOT NULL;

-- seat_out: a doctor of whom nothing has been said in this hold is taken out of it
-- in:   who, run u32, doctor u32
-- rows: none
UPDATE course_seat s
  JOIN user_role h  ON h.id = :as AND h.person = :who AND :today >= h.since AND :today < h.until
  JOIN course_def d ON d.id = s.course
                   AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                        OR (h.role = 'HKL' AND (d.specialty = h.specialty
                             OR EXISTS (SELECT 1 FROM course_specialty x
                                         WHERE x.course = d.id AND x.specialty = h.specialty))))
   SET s.taken_out = :now, s.taken_by = :who
 WHERE s.run = :run
   AND s.doctor = :doctor
   AND s.taken_out IS NULL
   AND NOT EXISTS (SELECT 1 FROM course_record a WHERE a.run = s.run AND a.doctor = s.doctor);

-- course_decide: a participant has passed, or has not; from the last day of the hold on, and nobody of oneself
-- in:   who, run u32, doctor u32, status text, absent u32, words text?
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, run, absent, held_on, words,
                           given_by, by_name, as_role, place, at)
SELECT s.doctor, s.course, COALESCE(l.step, 0) + 1, :status, 'ORDINARY', v.id, :absent, v.until - INTERVAL 1 DAY, :words,
       p.id, p.name, h.role, CONCAT('Hold ', v.name, ', ', v.place), :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN course_run v                ON v.id = :run AND :today >= v.until - INTERVAL 1 DAY
  JOIN course_def d                ON d.id = v.course
  JOIN course_seat s               ON s.run = v.id AND s.doctor = :doctor AND s.taken_out IS NULL AND s.doctor <> :who
  LEFT JOIN course_record_latest l ON l.doctor = s.doctor AND l.course = s.course
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role = 'KURSUSUDBYDER' AND h.course = d.id AND d.kind = 'GENERAL')
        OR (h.role = 'DKL' AND h.course = d.id AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY'))
        OR (h.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
            AND (d.specialty = h.specialty
                 OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
   AND :today >= h.since
   AND :today < h.until
   AND :status IN ('APPROVED', 'NOT_PASSED')
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND NOT (:status = 'NOT_PASSED' AND COALESCE(l.status, 'NONE') = 'NOT_PASSED' AND l.run <=> v.id);

-- course_tell: the doctor is told what was decided
-- in:   who, doctor u32, kind text, link text
-- rows: none
INSERT INTO notice (person, kind, place, link, made)
SELECT p.id, :kind, '', :link, :now
  FROM person p
 WHERE p.id = :doctor
   AND p.id <> :who
   AND NOT EXISTS (SELECT 1
                     FROM notice n
                    WHERE n.person = p.id AND n.kind = :kind AND n.link = :link AND n.seen IS NULL);

-- claims_mine: certificates for the course that one provides, oldest first
-- in:   who, most i64
-- out:  record u32, doctor u32, doctor_name text, course text, file_name text, pages u32, held_on day?, at moment
-- rows: many
SELECT a.id, a.doctor, p.name, d.name, f.name, f.pages, a.held_on, a.at
  FROM user_role h
  JOIN course_def d        ON d.id = h.course AND d.kind = 'GENERAL'
  JOIN course_record_now n ON n.course = d.id AND n.status = 'CLAIMED' AND n.doctor <> :who
  JOIN course_record a     ON a.id = n.record
  JOIN person p            ON p.id = a.doctor AND p.gone IS NULL
  JOIN file f              ON f.id = a.file
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'KURSUSUDBYDER'
 ORDER BY a.at, a.id
 LIMIT :most;

-- claim_mine: one of them, answered or not
-- in:   who, record u32
-- out:  doctor u32, doctor_name text, course u32, course_name text, file u32, file_name text, type text, pages u32, held_on day?, at moment, now u32, now_status text, now_by text, now_as text, now_at moment, now_given_by u32
-- rows: one
SELECT a.doctor, p.name, a.course, d.name, f.id, f.name, f.type, f.pages, a.held_on, a.at,
       l.id, l.status, l.by_name, l.as_role, l.at, l.given_by
  FROM course_record a
  JOIN course_record_now n ON n.doctor = a.doctor AND n.course = a.course
  JOIN course_record l     ON l.id = n.record
  JOIN person p            ON p.id = a.doctor
  JOIN course_def d        ON d.id = a.course
  JOIN file f              ON f.id = a.file
 WHERE a.id = :record
   AND a.status = 'CLAIMED'
   AND EXISTS (SELECT 1
                 FROM reach_course r
                WHERE r.viewer = :who AND r.held = :as AND r.course = a.course AND r.doctor = a.doctor AND r.may_verify
                  AND :today >= r.since AND :today < r.until);

-- claim_mine_content: the bytes of one of them
-- in:   who, record u32
-- out:  doctor u32, type text, name text, bytes blob
-- rows: one
SELECT f.doctor, f.type, f.name, b.bytes
  FROM course_record a
  JOIN file f         ON f.id = a.file
  JOIN file_content b ON b.sha256 = f.content
 WHERE a.id = :record
   AND EXISTS (SELECT 1
                 FROM reach_course r
                WHERE r.viewer = :who AND r.held = :as AND r.course = a.course AND r.doctor = a.doctor AND r.may_verify
                  AND :today >= r.since AND :today < r.until);

-- claim_mine_answer: the provider of the course has held the certificate against it: verified, or not (R-KUR-31)
-- in:   who, record u32, status text, words text?
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, held_on, file, file_sha256, words,
                           given_by, by_name, as_role, place, at)
SELECT l.doctor, l.course, l.step + 1, :status, 'PAPER_VERIFIED', l.held_on, l.file, l.file_sha256, :words,
       p.id, p.name, h.role, d.name, :now
  FROM user_role h
  JOIN person p               ON p.id = h.person
  JOIN course_def d           ON d.id = h.course AND d.kind = 'GENERAL'
  JOIN course_record_latest l ON l.id = :record AND l.course = d.id AND l.status = 'CLAIMED' AND l.doctor <> :who
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'KURSUSUDBYDER'
   AND :today >= h.since
   AND :today < h.until
   AND :status IN ('APPROVED', 'REFUSED');

-- series_queue: the doctors of the specialty in whose main training the courses belong, those that end first on top
-- in:   who, all bool, skip i64, most i64
-- out:  doctor u32, name text, since day, until day, parts i64, done i64, lost i64, series text?, series_at moment?
-- rows: many
SELECT q.doctor, q.name, q.since, q.until,
       (SELECT COUNT(*)
          FROM course_def d
         WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required AND :today >= d.since AND :today < d.until
           AND (d.specialty = q.specialty
                OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = q.specialty))),
       (SELECT COUNT(*)
          FROM course_def d
         WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required AND :today >= d.since AND :today < d.until
           AND (d.specialty = q.specialty
                OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = q.specialty))
           AND EXISTS (SELECT 1
                         FROM course_record_now n
                        WHERE n.doctor = q.doctor AND n.status = 'APPROVED'
                          AND (n.course = d.id
                               OR n.course IN (SELECT e.course FROM course_equal e WHERE e.counts_as = d.id)))),
       (SELECT COUNT(*)
          FROM course_record_now n
          JOIN course_def d ON d.id = n.course AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required
                           AND :today >= d.since AND :today < d.until
         WHERE n.doctor = q.doctor AND n.status <> 'APPROVED'
           AND (d.specialty = q.specialty
                OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = q.specialty))
           AND EXISTS (SELECT 1 FROM course_record w
                        WHERE w.doctor = n.doctor AND w.course = n.course AND w.status = 'RESET')),
       q.status, q.at
  FROM (SELECT c.doctor, p.name, c.since, c.until, c.specialty, n.status, a.at
          FROM user_role h
          JOIN course_def z             ON z.kind = 'SERIES' AND z.specialty = h.specialty
          JOIN training_course c        ON c.specialty = h.specialty AND c.stage = 'HU' AND c.cancelled IS NULL
                                       AND c.since <= :today AND c.doctor <> :who
          JOIN person p                 ON p.id = c.doctor AND p.gone IS NULL
          LEFT JOIN course_record_now n ON n.doctor = c.doctor AND n.course = z.id
          LEFT JOIN course_record a     ON a.id = n.record
         WHERE h.id = :as
           AND h.person = :who
           AND h.role = 'HKL'
           AND (:all OR COALESCE(n.status, 'NONE') <> 'APPROVED')
         ORDER BY c.until, c.doctor
         LIMIT :skip, :most) q
 ORDER BY q.until, q.doctor;

-- series_doctor: one doctor of the specialty, and how it is with the overall approval
-- in:   who, doctor u32
-- out:  doctor u32, name text, auth_id text?, since day, until day, specialty text, series u32, status text?, by_name text?, at moment?
-- rows: many
SELECT p.id, p.name, p.auth_id, c.since, c.until, s.name, z.id, a.status, a.by_name, a.at
  FROM user_role h
  JOIN specialty s              ON s.id = h.specialty
  JOIN course_def z             ON z.kind = 'SERIES' AND z.specialty = s.id
  JOIN training_course c        ON c.doctor = :doctor AND c.specialty = s.id AND c.stage = 'HU' AND c.cancelled IS NULL
  JOIN person p                 ON p.id = c.doctor AND p.gone IS NULL AND p.id <> :who
  LEFT JOIN course_record_now n ON n.doctor = p.id AND n.course = z.id
  LEFT JOIN course_record a     ON a.id = n.record
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
 ORDER BY c.until DESC, c.id DESC;

-- series_parts: the courses of the specialty, and how far a doctor of it has come with each
-- in:   who, doctor u32
-- out:  course u32, name text, required bool, hours u32?, done bool, lost bool, status text?, kind text?, by_person u32?, by_name text?, as_role text?, at moment?, absent u32?, words text?
-- rows: many
SELECT d.id, d.name, d.required, d.hours,
       EXISTS (SELECT 1
                 FROM course_record_now b
                WHERE b.doctor = :doctor AND b.status = 'APPROVED'
                  AND (b.course = d.id OR b.course IN (SELECT e.course FROM course_equal e WHERE e.counts_as = d.id))),
       COALESCE(n.status, 'APPROVED') <> 'APPROVED'
       AND EXISTS (SELECT 1 FROM course_record w WHERE w.doctor = :doctor AND w.course = d.id AND w.status = 'RESET'),
       a.status, a.kind, a.given_by, a.by_name, a.as_role, a.at, a.absent, a.words
  FROM user_role h
  JOIN course_def d             ON d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND :today >= d.since AND :today < d.until
                               AND (d.specialty = h.specialty
                                    OR EXISTS (SELECT 1 FROM course_specialty x
                                                WHERE x.course = d.id AND x.specialty = h.specialty))
  LEFT JOIN course_record_now n ON n.doctor = :doctor AND n.course = d.id
  LEFT JOIN course_record a     ON a.id = n.record
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
   AND EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = :doctor AND c.specialty = h.specialty AND c.stage = 'HU' AND c.cancelled IS NULL)
 ORDER BY d.position, d.name, d.id;

-- series_approve: the head course leader alone, when nothing of it is missing (R-KUR-23, R-KUR-25)
-- in:   who, doctor u32
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, given_by, by_name, as_role, place, at)
SELECT d.id, z.id, COALESCE(l.step, 0) + 1, 'APPROVED', 'ORDINARY', p.id, p.name, h.role, s.name, :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN specialty s                 ON s.id = h.specialty
  JOIN course_def z                ON z.kind = 'SERIES' AND z.specialty = s.id
  JOIN person d                    ON d.id = :doctor AND d.id <> :who AND d.gone IS NULL
  LEFT JOIN course_record_latest l ON l.doctor = d.id AND l.course = z.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
   AND :today >= h.since
   AND :today < h.until
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = d.id AND c.specialty = s.id AND c.stage = 'HU' AND c.cancelled IS NULL)
   AND EXISTS (SELECT 1
                 FROM course_def k
                WHERE k.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND k.required AND :today >= k.since AND :today < k.until
                  AND (k.specialty = s.id
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = s.id)))
   AND NOT EXISTS (SELECT 1
                     FROM course_def k
                    WHERE k.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND k.required AND :today >= k.since AND :today < k.until
                      AND (k.specialty = s.id
                           OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = k.id AND x.specialty = s.id))
                      AND NOT EXISTS (SELECT 1
                                        FROM course_record_latest n
                                       WHERE n.doctor = d.id AND n.status = 'APPROVED'
                                         AND (n.course = k.id OR n.course IN (SELECT e.course FROM course_equal e
                                                                               WHERE e.counts_as = k.id))));

-- part_judge: the head course leader judges self-study or clinical learning to be enough for a course of the specialty (R-KUR-14)
-- in:   who, doctor u32, course u32, words text
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, words, given_by, by_name, as_role, place, at)
SELECT d.id, k.id, COALESCE(l.step, 0) + 1, 'APPROVED', 'OTHER_BASIS', :words, p.id, p.name, h.role, s.name, :now
  FROM user_role h
  JOIN person p                    ON p.id = h.person
  JOIN specialty s                 ON s.id = h.specialty
  JOIN course_def k                ON k.id = :course AND k.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
                                  AND (k.specialty = s.id OR EXISTS (SELECT 1 FROM course_specialty x
                                                                      WHERE x.course = k.id AND x.specialty = s.id))
  JOIN person d                    ON d.id = :doctor AND d.id <> :who AND d.gone IS NULL
  LEFT JOIN course_record_latest l ON l.doctor = d.id AND l.course = k.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
   AND :today >= h.since
   AND :today < h.until
   AND COALESCE(l.status, 'NONE') <> 'APPROVED'
   AND NOT EXISTS (SELECT 1
                     FROM training_course v
                    WHERE v.doctor = d.id AND v.stage = 'EVAL' AND v.cancelled IS NULL
                      AND :today >= v.since AND :today < v.until)
   AND EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = d.id AND c.specialty = s.id AND c.stage = 'HU' AND c.cancelled IS NULL);

-- parts_kept: the courses of the specialty whose head course leader asks, those that ended last
-- in:   who
-- out:  course u32, name text, kind text, hours u32?, days u32?, required bool, since day, until day, own bool, leaders text?
-- rows: many
SELECT d.id, d.name, d.kind, d.hours, d.days, d.required, d.since, d.until, d.specialty <=> h.specialty AND d.kind = 'SPECIALTY',
       (SELECT GROUP_CONCAT(DISTINCT p.name ORDER BY p.name SEPARATOR ', ')
          FROM user_role l
          JOIN person p ON p.id = l.person AND p.gone IS NULL
         WHERE l.course = d.id AND l.role = 'DKL' AND :today >= l.since AND :today < l.until)
  FROM user_role h
  JOIN course_def d ON d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
                   AND (d.specialty = h.specialty
                        OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
 ORDER BY :today < d.until DESC, d.position, d.name, d.id;

-- part_add: a course of the specialty
-- in:   who, code text, name text, hours u32, days u32?, required bool
-- rows: none
INSERT INTO course_def (code, name, kind, specialty, stage, required, hours, days, since)
SELECT CONCAT(s.code, '-', :code), :name, 'SPECIALTY', s.id, 'HU', :required, :hours, :days, :today
  FROM user_role h
  JOIN specialty s ON s.id = h.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND h.role = 'HKL'
   AND :today >= h.since
   AND :today < h.until
   AND NOT EXISTS (SELECT 1
                     FROM course_def o
                    WHERE o.specialty = s.id AND o.name = :name AND o.kind = 'SPECIALTY' AND :today < o.until);

-- part_end: from that day on it is asked of nobody more
-- in:   who, course u32, until day
-- rows: none
UPDATE course_def d
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'HKL' AND h.specialty = d.specialty
                  AND :today >= h.since AND :today < h.until
   SET d.until = :until
 WHERE d.id = :course
   AND d.kind = 'SPECIALTY'
   AND d.until > :until
   AND :until >= :today;
