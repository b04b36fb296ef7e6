-- Documentation to Styrelsen for Patientsikkerhed (domain 13): the overview of employment, what was
-- sent, how it went, and the bytes as they were.

ALTER TABLE chain_link
  MODIFY kind ENUM('APPROVAL','MERIT','RESET','CARD','ATTESTATION','COURSE','RESEARCH','PLAN','FILE_CHECK','DECISION','EMPLOYMENT','SUBMISSION') NOT NULL;

CREATE TABLE employment (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  since      DATE         NOT NULL,
  until      DATE         NOT NULL COMMENT 'the day after the last',
  kind       ENUM('KBU','INTRO','HU','UKLASSIFICERET','VIKARIAT','FORSKNING','ORLOV','ANDET') NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'hospital and department, practice; what one did where there was no employment',
  specialty  VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  fraction   TINYINT UNSIGNED NOT NULL DEFAULT 100 COMMENT 'per cent of full time',
  position_no VARCHAR(40) NOT NULL DEFAULT '',
  remarks    VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'leave, part time, abroad',
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form',
  at         DATETIME     NOT NULL,
  cancelled  DATETIME     NULL COMMENT 'taken out, or written anew; the row stays',
  KEY (doctor, since),
  CONSTRAINT employment_doctor FOREIGN KEY (doctor) REFERENCES person (id),
  CHECK (since < until),
  CHECK (fraction BETWEEN 1 AND 100)
) COMMENT 'What a doctor adds to the overview of employment; elements of the logbook are in it by themselves (13.4)';

CREATE TABLE employment_signed (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  content    MEDIUMTEXT   COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'JSON: the rows as they were signed',
  content_sha256 BINARY(32) NOT NULL COMMENT 'the overview is signed as long as it still gives this',
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor, id),
  CONSTRAINT employment_signed_doctor FOREIGN KEY (doctor) REFERENCES person (id)
) COMMENT 'The doctor''s signature under the overview, with its date; only ever added to';

CREATE TABLE submission (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       ENUM('PRACTICE','SPECIALIST') NOT NULL COMMENT 'tilladelse til selvstændigt virke, speciallægeanerkendelse',
  part       ENUM('MAIN','SUPPLEMENT') NOT NULL,
  main       INT UNSIGNED NULL COMMENT 'of a supplement: what it adds to',
  course     INT UNSIGNED NOT NULL COMMENT 'the course of training that it documents',
  reference  CHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'random, nothing personal: on the cover, in the receipt, in the address of /verificer/',
  consent    VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the sentence that was agreed to',
  wanted     VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'of a supplement: what was asked for, in the doctor''s words',
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: two clicks send once (T-164)',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor, kind),
  CONSTRAINT submission_doctor FOREIGN KEY (doctor) REFERENCES person (id),
  CONSTRAINT submission_main   FOREIGN KEY (main)   REFERENCES submission (id),
  CONSTRAINT submission_course FOREIGN KEY (course) REFERENCES training_course (id),
  CONSTRAINT submission_own      CHECK (given_by = doctor AND as_role = 'UL'),
  CONSTRAINT submission_adds     CHECK ((part = 'SUPPLEMENT') = (main IS NOT NULL)),
  CONSTRAINT submission_consents CHECK (CHAR_LENGTH(consent) > 0)
) COMMENT 'What a doctor has ordered to be sent; only ever added to';

CREATE TABLE submission_file (
  submission INT UNSIGNED NOT NULL COMMENT 'a supplement''s own files; a main one''s',
  position   SMALLINT UNSIGNED NOT NULL,
  name       VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'in the ZIP',
  title      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'as the receipt and the contents say it',
  sha256     BINARY(32)   NOT NULL,
  size       INT UNSIGNED NOT NULL,
  PRIMARY KEY (submission, position),
  KEY (sha256),
  CONSTRAINT submission_file_submission FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'Every file of a package, for the receipt and for /verificer/; only ever added to';

CREATE TABLE submission_piece (
  submission INT UNSIGNED NOT NULL,
  what       ENUM('PACKAGE','ENVELOPE') NOT NULL COMMENT 'the ZIP; the same closed for the authority',
  n          SMALLINT UNSIGNED NOT NULL COMMENT '0, 1, 2 …, in order',
  bytes      LONGBLOB     NOT NULL COMMENT 'at most 8 MB',
  PRIMARY KEY (submission, what, n),
  CONSTRAINT submission_piece_submission FOREIGN KEY (submission) REFERENCES submission (id),
  CHECK (LENGTH(bytes) BETWEEN 1 AND 8388608)
) COMMENT 'The frozen snapshot (R-STPS-15); only ever added to';

CREATE TABLE submission_step (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  submission INT UNSIGNED NOT NULL,
  doctor     INT UNSIGNED NOT NULL COMMENT 'its doctor, for one look-up less',
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('BUILT','STOPPED','SENT','WITHDRAWN','REJECTED') NOT NULL
    COMMENT 'STOPPED: something could not be put in, nothing was sent; REJECTED: by the authority, written down by doctor or secretariat',
  package_sha256  BINARY(32) NULL COMMENT 'of the ZIP, once it is built',
  manifest_sha256 BINARY(32) NULL,
  sign_key   SMALLINT UNSIGNED NULL COMMENT 'number of the key that signed the manifest',
  signature  BINARY(64)   NULL,
  words      VARCHAR(2000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'why it was stopped, withdrawn, rejected; what the receiver said',
  given_by   INT UNSIGNED NULL COMMENT 'NULL: the program that sends',
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  UNIQUE KEY (submission, step),
  KEY (doctor),
  CONSTRAINT submission_step_submission FOREIGN KEY (submission) REFERENCES submission (id),
  CONSTRAINT submission_step_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT submission_step_given_by   FOREIGN KEY (given_by)   REFERENCES person (id),
  CONSTRAINT submission_step_built CHECK ((status = 'BUILT') = (package_sha256 IS NOT NULL)
    AND (package_sha256 IS NULL) = (manifest_sha256 IS NULL) AND (package_sha256 IS NULL) = (sign_key IS NULL)
    AND (package_sha256 IS NULL) = (signature IS NULL)),
  CONSTRAINT submission_step_says_why CHECK (status NOT IN ('STOPPED','WITHDRAWN','REJECTED') OR CHAR_LENGTH(words) > 0)
) COMMENT 'How it went with each; only ever added to';

CREATE TABLE submission_now (
  submission INT UNSIGNED NOT NULL PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       ENUM('PRACTICE','SPECIALIST') NOT NULL,
  part       ENUM('MAIN','SUPPLEMENT') NOT NULL,
  status     ENUM('ASKED','BUILT','STOPPED','SENT','WITHDRAWN','REJECTED') NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor, kind),
  KEY (status, at),
  CONSTRAINT submission_now_submission FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'Where each is now, kept by triggers; nobody is granted a change of it';

CREATE TABLE submission_work (
  submission INT UNSIGNED NOT NULL PRIMARY KEY,
  done       SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'pieces of work done of `whole`, for those who wait',
  whole      SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  tries      INT UNSIGNED NOT NULL DEFAULT 0,
  next_try   DATETIME     NOT NULL,
  taken_until DATETIME    NULL COMMENT 'somebody works at it until then at most',
  said       VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what stood in the way last; nothing personal',
  alarmed    DATETIME     NULL COMMENT 'when it was told that it waits too long',
  KEY (next_try),
  CONSTRAINT submission_work_submission FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'The work that is left on each; the one table of these that changes';
