-- The overview of medical employment (domain 13.4): what the doctor adds to the elements, and the list as
-- it was signed; and reminders of what the documentation to the authority lacks (domain 13, R-STPS-16).

ALTER TABLE chain_link
  MODIFY kind ENUM('APPROVAL','MERIT','RESET','CARD','ATTESTATION','COURSE','RESEARCH','PLAN','FILE_CHECK','DECISION',
                   'EMPLOYMENT') NOT NULL;

CREATE TABLE employment (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor      INT UNSIGNED NOT NULL,
  since       DATE         NOT NULL,
  until       DATE         NULL COMMENT 'the day after the last; NULL while it goes on',
  kind        ENUM('KBU','INTRO','HU','UNCLASSIFIED','LOCUM','RESEARCH','LEAVE','OTHER') NOT NULL,
  hospital    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'or practice, authority, country',
  department  VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  specialty   VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  fraction    TINYINT UNSIGNED NULL COMMENT 'per cent of full time; NULL where it makes no sense',
  position_no VARCHAR(40)  NOT NULL DEFAULT '',
  remarks     VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'leave, part time, abroad; of LEAVE and OTHER what it was',
  corrects    INT UNSIGNED NULL COMMENT 'the row that this one stands for, which was taken out with it',
  once        BINARY(16)   NULL UNIQUE COMMENT 'of the form; NULL where a signature explained the period',
  at          DATETIME     NOT NULL,
  cancelled   DATETIME     NULL COMMENT 'taken out by the doctor; the row stays',
  KEY (doctor, since),
  CONSTRAINT employment_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT employment_corrects FOREIGN KEY (corrects) REFERENCES employment (id),
  CONSTRAINT employment_period   CHECK (until IS NULL OR since < until),
  CONSTRAINT employment_fraction CHECK (fraction IS NULL OR fraction BETWEEN 1 AND 100),
  CONSTRAINT employment_where    CHECK (kind IN ('LEAVE','OTHER') OR CHAR_LENGTH(hospital) > 0),
  CONSTRAINT employment_what     CHECK (kind NOT IN ('LEAVE','OTHER') OR CHAR_LENGTH(remarks) > 0)
) COMMENT 'Medical work that is no element of the training, as the doctor tells it; elements are not copied here';

CREATE TABLE employment_signed (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor      INT UNSIGNED NOT NULL,
  list        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the whole list, elements too, as JSON (logbook/employment.h)',
  sha256      BINARY(32)   NOT NULL COMMENT 'of the list: what a list of today is held against',
  once        BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click signs once',
  given_by    INT UNSIGNED NOT NULL,
  by_name     VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role     VARCHAR(20)  NOT NULL,
  place       VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  at          DATETIME     NOT NULL COMMENT 'UTC',
  KEY (doctor, id),
  CONSTRAINT employment_signed_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT employment_signed_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT employment_signed_by   CHECK (given_by = doctor),
  CONSTRAINT employment_signed_list CHECK (CHAR_LENGTH(list) > 0)
) COMMENT 'The overview of medical employment as the doctor signed it (R-STPS-14); chained; only ever added to';

CREATE TABLE reminder (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor      INT UNSIGNED NOT NULL,
  rule        VARCHAR(20)  NOT NULL COMMENT 'what is missing: a word of logbook/readiness.h',
  given_by    INT UNSIGNED NOT NULL,
  day         DATE         NOT NULL,
  at          DATETIME     NOT NULL,
  UNIQUE KEY (doctor, rule, day) COMMENT 'a double click reminds once',
  CONSTRAINT reminder_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT reminder_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'When who can bring it about was reminded of something missing; once a week, only ever added to';
