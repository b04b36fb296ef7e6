-- course_def_put: a course that somebody leads or provides
-- in:   code text, name text, kind text, specialty text?, region text?, stage text, required bool, hours u32?, days u32?
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO course_def (code, name, kind, specialty, region, stage, required, hours, days)
SELECT :code, :name, :kind, s.id, t.id, :stage, :required, :hours, :days
  FROM (SELECT 1 AS one) x
  LEFT JOIN specialty s       ON s.code = :specialty
  LEFT JOIN training_region t ON t.code = :region
 WHERE (:specialty IS NULL) = (s.id IS NULL)
   AND (:region IS NULL) = (t.id IS NULL);

-- course_shared_put: a specialty that shares a course
-- in:   course text, specialty text
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO course_specialty (code, course, specialty)
SELECT CONCAT(d.code, '-', s.code), d.id, s.id
  FROM course_def d
  JOIN specialty s ON s.code = :specialty
 WHERE d.code = :course;

-- demo_run_put: a hold, by who leads or provides the course
-- in:   course text, name text, place text, since day, until day, hours u32, once blob, by_email text, as_role text, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day
INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at)
SELECT d.id, :name, :place, :since, :until, :hours, :once, b.id, h.role, :at
  FROM course_def d
  JOIN person b    ON b.email = :by_email
  JOIN user_role h ON h.person = b.id AND h.role = :as_role
                  AND (h.course = d.id OR (h.role = 'HKL' AND (d.specialty = h.specialty
                       OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = h.specialty))))
 WHERE d.code = :course;

-- demo_seat_put: a doctor takes part in it
-- in:   run u32, email text, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day
INSERT INTO course_seat (run, course, doctor, put_by, at)
SELECT v.id, v.course, p.id, v.given_by, :at
  FROM course_run v
  JOIN person p ON p.email = :email AND p.id <> v.given_by
 WHERE v.id = :run;

-- demo_certificate_put: a certificate, sent by the doctor
-- in:   email text, type text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT p.id, 'CERTIFICATE', :type, :pages, :size, :name, :content, p.id, :at
  FROM person p
 WHERE p.email = :email;

-- demo_record_put: a step of a course, by somebody who might that day
-- in:   email text, course text, status text, kind text, run text?, absent u32?, held_on day?, file u32?, words text?, by_email text, as_role text, day day, at moment
-- rows: none
-- chain: course_record
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO course_record (doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region, org_unit,
                           words, given_by, by_name, as_role, place, at)
SELECT p.id, d.id, COALESCE(a.step, 0) + 1, :status, :kind, v.id, :absent,
       COALESCE(v.until - INTERVAL 1 DAY, :held_on),
       IF(:kind = 'PAPER_VERIFIED', COALESCE(f.id, a.file), NULL),
       IF(:kind = 'PAPER_VERIFIED', COALESCE(f.content, a.file_sha256), NULL),
       IF(h.role = 'VUS', h.region, NULL), h.org_unit, :words, b.id, b.name, h.role,
       COALESCE(CONCAT('Hold ', v.name, ', ', v.place), u.place, t.name, s.name, ''), :at
  FROM person p
  JOIN course_def d           ON d.code = :course
  JOIN person b               ON b.email = :by_email
  JOIN user_role h            ON h.person = b.id AND h.role = :as_role AND :day >= h.since AND :day < h.until
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN training_region t ON t.id = h.region
  LEFT JOIN specialty s       ON s.id = h.specialty
  LEFT JOIN course_run v      ON v.course = d.id AND v.name = :run
  LEFT JOIN file f            ON f.id = :file AND f.doctor = p.id
  LEFT JOIN course_record a   ON a.doctor = p.id AND a.course = d.id
                             AND a.step = (SELECT MAX(x.step)
                                             FROM course_record x
                                            WHERE x.doctor = p.id AND x.course = d.id)
 WHERE p.email = :email
   AND (:run IS NULL) = (v.id IS NULL)
   AND (v.id IS NULL OR (:day >= v.until - INTERVAL 1 DAY
                         AND EXISTS (SELECT 1 FROM course_seat o WHERE o.run = v.id AND o.doctor = p.id)))
   AND CASE h.role
       WHEN 'UL'            THEN b.id = p.id AND :status IN ('CLAIMED', 'WITHDRAWN')
       WHEN 'KURSUSUDBYDER' THEN h.course = d.id AND d.kind = 'GENERAL'
       WHEN 'DKL'           THEN h.course = d.id AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND v.id IS NOT NULL
       WHEN 'HKL'           THEN d.kind <> 'GENERAL' AND (d.specialty = h.specialty
                                 OR EXISTS (SELECT 1 FROM course_specialty x
                                             WHERE x.course = d.id AND x.specialty = h.specialty))
       WHEN 'VUS'           THEN :kind = 'MERIT' OR (:kind = 'OTHER_BASIS' AND d.kind = 'GENERAL')
       ELSE :kind = 'PAPER_VERIFIED' AND :status IN ('APPROVED', 'REFUSED')
        AND EXISTS (SELECT 1
                      FROM element e
                     WHERE e.doctor = p.id AND e.org_unit = h.org_unit AND :day >= e.since AND :day < e.until)
       END;
