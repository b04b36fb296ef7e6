-- Courses of training and elements as they come from elsewhere and change; agreements; pins.

ALTER TABLE training_course
  ADD source     ENUM('HAND','BASISLAEGE','REGION','VIDEREUDDANNELSE') NOT NULL DEFAULT 'HAND' COMMENT 'the system that evaluer.dk had it from',
  ADD source_id  VARCHAR(60)  NULL COMMENT 'its name there',
  ADD round      VARCHAR(20)  NOT NULL DEFAULT '' COMMENT 'ansættelsesrunde, such as 2026-2',
  ADD draw       VARCHAR(20)  NOT NULL DEFAULT '' COMMENT 'KBU: lodtrækningsnummer, such as 1 KU',
  ADD chosen     DATETIME     NULL COMMENT 'KBU: when the post was chosen, UTC',
  ADD filled     DATE         NULL COMMENT 'besat: decides the list where its basis is BESAT (R-MAL-02)',
  ADD advertised DATE         NULL COMMENT 'opslået, likewise',
  ADD employed   DATE         NULL COMMENT 'ansat, likewise',
  ADD cancelled  DATE         NULL COMMENT 'no longer to be, since that day',
  ADD UNIQUE KEY (source, source_id);

ALTER TABLE course_curriculum
  ADD basis      VARCHAR(20)  NOT NULL DEFAULT '' COMMENT 'what pinned it: BESAT, OPSLAAET, PAABEGYNDT, ANSAT, FLYTTET',
  ADD basis_date DATE         NULL COMMENT 'the doctor''s day that was held against the list''s cut-off',
  ADD left_on    DATE         NULL COMMENT 'moved to another version that day; stays readable';

CREATE TABLE curriculum_move (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  course     INT UNSIGNED NOT NULL,
  from_list  INT UNSIGNED NULL,
  to_list    INT UNSIGNED NOT NULL,
  reason     VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (course),
  CONSTRAINT curriculum_move_course   FOREIGN KEY (course)    REFERENCES training_course (id),
  CONSTRAINT curriculum_move_from     FOREIGN KEY (from_list) REFERENCES curriculum (id),
  CONSTRAINT curriculum_move_to       FOREIGN KEY (to_list)   REFERENCES curriculum (id),
  CONSTRAINT curriculum_move_given_by FOREIGN KEY (given_by)  REFERENCES person (id),
  CHECK (CHAR_LENGTH(reason) > 0)
) COMMENT 'A doctor set on another version by the secretariat, with a reason (R-MAL-03)';

ALTER TABLE element
  ADD kind       ENUM('ORDINARY','REPLACEMENT','PART_TIME','COURSE_ONLY') NOT NULL DEFAULT 'ORDINARY',
  ADD specialty  INT UNSIGNED NULL COMMENT 'of the place',
  ADD source_id  VARCHAR(60)  NULL COMMENT 'its name within the course where it comes from',
  ADD section    INT UNSIGNED NULL COMMENT 'afsnit; org_unit is always its department, which the rights go by',
  ADD cancelled  DATE         NULL COMMENT 'no longer to be, since that day',
  ADD KEY (course, source_id),
  ADD KEY (since),
  ADD KEY (until),
  ADD CONSTRAINT element_section   FOREIGN KEY (section)   REFERENCES org_unit (id),
  ADD CONSTRAINT element_specialty FOREIGN KEY (specialty) REFERENCES specialty (id);

ALTER TABLE element
  ADD KEY element_in_order (course, seq),
  DROP KEY course;

CREATE TABLE agreement (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  course     INT UNSIGNED NOT NULL,
  kind       ENUM('UDDANNELSESAFTALE','TILLAEGSAFTALE') NOT NULL,
  number     VARCHAR(60)  NOT NULL COMMENT 'its name where it comes from',
  published  DATE         NOT NULL,
  effect     VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'what it changes, in words',
  run        INT UNSIGNED NULL COMMENT 'import_run that brought it',
  at         DATETIME     NOT NULL,
  cancelled  DATE         NULL COMMENT 'taken back with its run that day',
  UNIQUE KEY (course, kind, number),
  CONSTRAINT agreement_course FOREIGN KEY (course) REFERENCES training_course (id)
) COMMENT 'Uddannelsesaftaler og tillægsaftaler';

CREATE TABLE element_change (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  element    INT UNSIGNED NOT NULL,
  doctor     INT UNSIGNED NOT NULL,
  agreement  INT UNSIGNED NULL,
  run        INT UNSIGNED NULL,
  what       ENUM('NEW','CHANGED','CANCELLED','REVIVED') NOT NULL,
  before_org_unit INT UNSIGNED NULL,
  before_since    DATE NULL,
  before_until    DATE NULL,
  before_fraction TINYINT UNSIGNED NULL,
  after_org_unit  INT UNSIGNED NULL,
  after_since     DATE NULL,
  after_until     DATE NULL,
  after_fraction  TINYINT UNSIGNED NULL,
  at         DATETIME     NOT NULL,
  KEY (element),
  KEY (doctor, at),
  CONSTRAINT element_change_element   FOREIGN KEY (element)   REFERENCES element (id),
  CONSTRAINT element_change_doctor    FOREIGN KEY (doctor)    REFERENCES person (id),
  CONSTRAINT element_change_agreement FOREIGN KEY (agreement) REFERENCES agreement (id)
) COMMENT 'How elements came and moved (R-FOR-02); what a premature attestation is found by (R-FOR-03)';
