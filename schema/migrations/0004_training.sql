-- Curricula, courses of training, elements.

CREATE TABLE curriculum (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code         VARCHAR(60)  NOT NULL UNIQUE,
  title        VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  stage        ENUM('KBU','INTRO','HU','EVAL') NOT NULL,
  specialty    VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  version      VARCHAR(40)  NOT NULL,
  cutoff_basis ENUM('BESAT','OPSLAAET','PAABEGYNDT','ANSAT') NOT NULL COMMENT 'what decides which version binds (R-MAL-02)',
  cutoff_date  DATE         NOT NULL,
  source       VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL,
  demo         TINYINT(1)   NOT NULL COMMENT 'our own invented list, for try-outs',
  goals        SMALLINT UNSIGNED NOT NULL COMMENT 'how many competencies it has; a rule lets no further one in',
  file_sha256  BINARY(32)   NOT NULL COMMENT 'of the file it was read from'
) COMMENT 'One version of a målbeskrivelse; published when stored, never changed (R-MAL-04)';

CREATE TABLE competency (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  curriculum    INT UNSIGNED NOT NULL,
  position      SMALLINT UNSIGNED NOT NULL COMMENT 'natural order of the numbers within the list',
  number        VARCHAR(20)  NOT NULL COMMENT 'a string: 1.1, I9, 84 (R-DM-02)',
  heading       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'role of doctors, or the list''s own heading',
  title         VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL,
  clarification TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  strategy      TEXT COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'læringsstrategi',
  methods       TEXT COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'kompetencevurderingsmetoder, one a line',
  minimum       VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'minimum numbers, as read: mini-CEX=3|OSATS=2',
  assess_when   VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'when to assess',
  placement     VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'in which element',
  approver_rule ENUM('ALLE','UAO','TUTOR') NOT NULL DEFAULT 'ALLE' COMMENT 'who may approve it',
  UNIQUE KEY (curriculum, number),
  UNIQUE KEY (curriculum, position),
  CONSTRAINT competency_curriculum FOREIGN KEY (curriculum) REFERENCES curriculum (id)
) COMMENT 'One goal of a curriculum (domain 6.2)';

CREATE TABLE training_course (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  stage        ENUM('KBU','INTRO','HU','EVAL') NOT NULL,
  specialty    INT UNSIGNED NULL,
  region       INT UNSIGNED NOT NULL,
  number       VARCHAR(40)  NOT NULL COMMENT 'number of the course, as agreed',
  since        DATE         NOT NULL,
  until        DATE         NOT NULL COMMENT 'the day after the last',
  office_until DATE         NOT NULL DEFAULT '9999-12-31' COMMENT 'handed over: when another region''s secretariat took over (R-NUL-08)',
  KEY (doctor),
  KEY (region),
  CONSTRAINT training_course_doctor    FOREIGN KEY (doctor)    REFERENCES person (id),
  CONSTRAINT training_course_specialty FOREIGN KEY (specialty) REFERENCES specialty (id),
  CONSTRAINT training_course_region    FOREIGN KEY (region)    REFERENCES training_region (id),
  CHECK (since < until)
) COMMENT 'Uddannelsesforløb: KBU, introduction, main training';

CREATE TABLE course_curriculum (
  course       INT UNSIGNED NOT NULL,
  curriculum   INT UNSIGNED NOT NULL,
  doctor       INT UNSIGNED NOT NULL COMMENT 'the course''s doctor, for one look-up less',
  PRIMARY KEY (course, curriculum),
  KEY (doctor),
  KEY (curriculum),
  CONSTRAINT course_curriculum_course     FOREIGN KEY (course)     REFERENCES training_course (id),
  CONSTRAINT course_curriculum_curriculum FOREIGN KEY (curriculum) REFERENCES curriculum (id),
  CONSTRAINT course_curriculum_doctor     FOREIGN KEY (doctor)     REFERENCES person (id)
) COMMENT 'The lists that a course of training carries (R-DM-03)';

CREATE TABLE element (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  course       INT UNSIGNED NOT NULL,
  doctor       INT UNSIGNED NOT NULL COMMENT 'the course''s doctor, for one look-up less',
  seq          SMALLINT UNSIGNED NOT NULL,
  org_unit     INT UNSIGNED NOT NULL,
  since        DATE         NOT NULL,
  until        DATE         NOT NULL COMMENT 'the day after the last',
  fraction     TINYINT UNSIGNED NOT NULL DEFAULT 100 COMMENT 'per cent of full time',
  position_no  VARCHAR(40)  NOT NULL DEFAULT '' COMMENT 'stillingsnummer',
  UNIQUE KEY (course, seq),
  KEY (doctor, since),
  KEY (org_unit, since),
  CONSTRAINT element_course   FOREIGN KEY (course)   REFERENCES training_course (id),
  CONSTRAINT element_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT element_org_unit FOREIGN KEY (org_unit) REFERENCES org_unit (id),
  CHECK (since < until),
  CHECK (fraction BETWEEN 1 AND 100)
) COMMENT 'Delforløb: one employment of a course';
