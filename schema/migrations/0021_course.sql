-- Courses: what is to be done in which stage, who takes part where, and the story of each course of
-- each doctor.

ALTER TABLE course_def
  MODIFY kind ENUM('GENERAL','SPECIALTY','CROSS_SPECIALTY','RESEARCH','SERIES') NOT NULL
    COMMENT 'SERIES: all courses of a specialty together, which its head course leader approves (R-KUR-23)',
  ADD stage      ENUM('KBU','INTRO','HU') NULL COMMENT 'in which it is done; NULL: told by nobody yet',
  ADD region     INT UNSIGNED NULL COMMENT 'of a course of one training region (R-KUR-06)',
  ADD required   TINYINT(1) NOT NULL DEFAULT 1 COMMENT 'the licence waits for it, or the overall approval; a regional one only where said',
  ADD hours      SMALLINT UNSIGNED NULL COMMENT 'of teaching; NULL: not told',
  ADD days       SMALLINT UNSIGNED NULL,
  ADD whole      TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'approved for full attendance alone (R-KUR-03)',
  ADD position   SMALLINT UNSIGNED NOT NULL DEFAULT 100 COMMENT 'in which order they are shown',
  ADD within     SMALLINT UNSIGNED NULL COMMENT 'months from the beginning of the training in which it is to be done',
  ADD last_part  SMALLINT UNSIGNED NULL COMMENT 'at most so many months of the training left on the day of the course',
  ADD needs      VARCHAR(80) NULL COMMENT 'code of the course that is to be done before',
  ADD since      DATE NOT NULL DEFAULT '1900-01-01',
  ADD until      DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last on which it was held',
  ADD KEY (stage, kind),
  ADD KEY (region),
  ADD CONSTRAINT course_def_region FOREIGN KEY (region) REFERENCES training_region (id);
UPDATE course_def SET stage = 'HU' WHERE kind IN ('SPECIALTY', 'CROSS_SPECIALTY');

CREATE TABLE course_specialty (
  code       VARCHAR(140) NOT NULL PRIMARY KEY COMMENT 'our own: course and specialty',
  course     INT UNSIGNED NOT NULL,
  specialty  INT UNSIGNED NOT NULL,
  UNIQUE KEY (course, specialty),
  KEY (specialty, course),
  CONSTRAINT course_specialty_course    FOREIGN KEY (course)    REFERENCES course_def (id),
  CONSTRAINT course_specialty_specialty FOREIGN KEY (specialty) REFERENCES specialty (id)
) COMMENT 'Specialties that share a course (R-KUR-21), or that alone have a general one';

CREATE TABLE course_equal (
  code       VARCHAR(60)  NOT NULL PRIMARY KEY COMMENT 'our own: both courses',
  course     INT UNSIGNED NOT NULL COMMENT 'who has this one',
  counts_as  INT UNSIGNED NOT NULL COMMENT 'has done this one',
  since      DATE NOT NULL DEFAULT '1900-01-01',
  until      DATE NOT NULL DEFAULT '9999-12-31',
  UNIQUE KEY (course, counts_as),
  KEY (counts_as),
  CONSTRAINT course_equal_course    FOREIGN KEY (course)    REFERENCES course_def (id),
  CONSTRAINT course_equal_counts_as FOREIGN KEY (counts_as) REFERENCES course_def (id),
  CHECK (course <> counts_as)
) COMMENT 'What old courses count as (R-KUR-01): never by number';

CREATE TABLE course_run (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  course     INT UNSIGNED NOT NULL,
  name       VARCHAR(60)  COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'holdnummer',
  place      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  since      DATE         NOT NULL COMMENT 'first day',
  until      DATE         NOT NULL COMMENT 'the day after the last',
  hours      SMALLINT UNSIGNED NOT NULL COMMENT 'of teaching: ten per cent may be missed',
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click makes one',
  given_by   INT UNSIGNED NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (course, since),
  CONSTRAINT course_run_course   FOREIGN KEY (course)   REFERENCES course_def (id),
  CONSTRAINT course_run_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CHECK (since < until),
  CHECK (hours BETWEEN 1 AND 1000)
) COMMENT 'Hold: a course once it is held';

CREATE TABLE course_seat (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  run        INT UNSIGNED NOT NULL,
  course     INT UNSIGNED NOT NULL COMMENT 'of the run, for one look-up less',
  doctor     INT UNSIGNED NOT NULL,
  put_by     INT UNSIGNED NOT NULL,
  at         DATETIME     NOT NULL,
  taken_out  DATETIME     NULL COMMENT 'was put in by mistake, or did not come; the row stays',
  taken_by   INT UNSIGNED NULL,
  UNIQUE KEY (run, doctor),
  KEY (doctor, course),
  KEY (course, doctor),
  CONSTRAINT course_seat_run      FOREIGN KEY (run)      REFERENCES course_run (id),
  CONSTRAINT course_seat_course   FOREIGN KEY (course)   REFERENCES course_def (id),
  CONSTRAINT course_seat_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT course_seat_put_by   FOREIGN KEY (put_by)   REFERENCES person (id),
  CONSTRAINT course_seat_taken_by FOREIGN KEY (taken_by) REFERENCES person (id)
) COMMENT 'Who takes part in a run';

CREATE TABLE course_record (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  course     INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 … in the story of this course of this doctor',
  status     ENUM('CLAIMED','WITHDRAWN','REFUSED','NOT_PASSED','APPROVED','RESET') NOT NULL
    COMMENT 'CLAIMED: the doctor has sent a certificate that waits to be verified; REFUSED: it was not',
  kind       ENUM('ORDINARY','OTHER_BASIS','MERIT','PAPER_VERIFIED') NOT NULL COMMENT 'the four columns of R-KUR-16',
  run        INT UNSIGNED NULL COMMENT 'the hold in which it was passed',
  absent     SMALLINT UNSIGNED NULL COMMENT 'hours missed of it',
  held_on    DATE         NULL COMMENT 'last day of the course, as far as it is known',
  file       INT UNSIGNED NULL COMMENT 'the certificate',
  file_sha256 BINARY(32)  NULL COMMENT 'of the certificate, so that the chain holds the bytes too',
  region     INT UNSIGNED NULL COMMENT 'whose secretariat decided',
  org_unit   INT UNSIGNED NULL COMMENT 'whose UAO or tutor verified or attested',
  words      TEXT COLLATE utf8mb4_danish_ci NULL COMMENT 'why not, on what basis, how what was missed was made up',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL COMMENT 'UTC',
  UNIQUE KEY (doctor, course, step) COMMENT 'of two answers sent in the same second one stands',
  KEY (run),
  KEY (file),
  CONSTRAINT course_record_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT course_record_course   FOREIGN KEY (course)   REFERENCES course_def (id),
  CONSTRAINT course_record_run      FOREIGN KEY (run)      REFERENCES course_run (id),
  CONSTRAINT course_record_file     FOREIGN KEY (file)     REFERENCES file (id),
  CONSTRAINT course_record_region   FOREIGN KEY (region)   REFERENCES training_region (id),
  CONSTRAINT course_record_org_unit FOREIGN KEY (org_unit) REFERENCES org_unit (id),
  CONSTRAINT course_record_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT course_record_own        CHECK ((status IN ('CLAIMED','WITHDRAWN')) = (given_by = doctor)),
  CONSTRAINT course_record_paper      CHECK ((kind = 'PAPER_VERIFIED') = (file IS NOT NULL)),
  CONSTRAINT course_record_bytes      CHECK ((file IS NULL) = (file_sha256 IS NULL)),
  CONSTRAINT course_record_of_paper   CHECK (status NOT IN ('CLAIMED','WITHDRAWN','REFUSED') OR kind = 'PAPER_VERIFIED'),
  CONSTRAINT course_record_reason     CHECK (status NOT IN ('REFUSED','NOT_PASSED') OR CHAR_LENGTH(words) > 0),
  CONSTRAINT course_record_basis      CHECK (kind NOT IN ('OTHER_BASIS','MERIT') OR CHAR_LENGTH(words) > 0),
  CONSTRAINT course_record_exception  CHECK (NOT (status = 'APPROVED' AND kind = 'ORDINARY' AND as_role IN ('UAO','TUTOR'))
                                             OR CHAR_LENGTH(words) > 0)
) COMMENT 'The story of each course of each doctor; only ever added to';

CREATE TABLE course_record_now (
  doctor     INT UNSIGNED NOT NULL,
  course     INT UNSIGNED NOT NULL,
  record     INT UNSIGNED NOT NULL COMMENT 'the latest row',
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('CLAIMED','WITHDRAWN','REFUSED','NOT_PASSED','APPROVED','RESET') NOT NULL,
  kind       ENUM('ORDINARY','OTHER_BASIS','MERIT','PAPER_VERIFIED') NOT NULL,
  PRIMARY KEY (doctor, course),
  KEY (course, status, doctor),
  CONSTRAINT course_record_now_record FOREIGN KEY (record) REFERENCES course_record (id)
) COMMENT 'The latest row of each story, kept by a trigger; nobody is granted a change of it';

-- Each specialty has its series; later ones get theirs by a rule.
INSERT INTO course_def (code, name, kind, specialty, stage, position)
SELECT CONCAT('samlet-', code), CONCAT('Samlet godkendelse, ', name), 'SERIES', id, 'HU', 900
  FROM specialty;

