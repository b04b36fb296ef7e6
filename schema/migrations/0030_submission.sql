-- What is sent to Styrelsen for Patientsikkerhed (domain 13): who ordered what, its story, the frozen package.

ALTER TABLE chain_link
  MODIFY kind ENUM('APPROVAL','MERIT','RESET','CARD','ATTESTATION','COURSE','RESEARCH','PLAN','FILE_CHECK','DECISION',
                   'EMPLOYMENT','SUBMISSION') NOT NULL;

ALTER TABLE mail
  MODIFY kind ENUM('ACCESS','FORGOT','NOTICES','CHANGED','RECEIPT') NOT NULL;

CREATE TABLE submission (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       ENUM('PRACTICE','SPECIALIST') NOT NULL COMMENT 'selvstændigt virke, speciallægeanerkendelse',
  part       ENUM('MAIN','EXTRA') NOT NULL COMMENT 'EXTRA: Eftersend (R-STPS-17)',
  main       INT UNSIGNED NULL COMMENT 'of an EXTRA: the package that it adds to',
  reference  CHAR(14)     NOT NULL UNIQUE COMMENT 'LB-XXXX-XXXX-X: by chance, so it says nothing of anybody',
  attestations VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'of an EXTRA: ids with a space between, so that the chain holds them',
  files      VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'likewise: files of the doctor that were asked for',
  consent    VARCHAR(20)  NOT NULL COMMENT 'which version of the words the doctor agreed to',
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: two clicks order once (T-164)',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor, kind),
  KEY (main),
  CONSTRAINT submission_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT submission_main     FOREIGN KEY (main)     REFERENCES submission (id),
  CONSTRAINT submission_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT submission_own   CHECK (given_by = doctor),
  CONSTRAINT submission_extra CHECK ((part = 'EXTRA') = (main IS NOT NULL)),
  CONSTRAINT submission_what  CHECK ((part = 'EXTRA') = (attestations <> '' OR files <> ''))
) COMMENT 'What a doctor has ordered to be sent; only ever added to';

CREATE TABLE submission_step (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  submission INT UNSIGNED NOT NULL,
  doctor     INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('ORDERED','BUILT','SENT','STOPPED','WITHDRAWN','REJECTED') NOT NULL,
  words      VARCHAR(2000) COLLATE utf8mb4_danish_ci NULL COMMENT 'why it stopped, was withdrawn or rejected; what the receiver said',
  size       INT UNSIGNED NULL COMMENT 'bytes of what was frozen (BUILT) or sent (SENT)',
  sha256     BINARY(32)   NULL COMMENT 'BUILT: of the ZIP; SENT: of the closed envelope',
  pdf_sha256 BINARY(32)   NULL COMMENT 'BUILT: of the PDF in it',
  sign_key   SMALLINT UNSIGNED NULL COMMENT 'BUILT: number of the key that signed its manifest',
  given_by   INT UNSIGNED NULL COMMENT 'NULL: the program that sends',
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  UNIQUE KEY (submission, step),
  KEY (doctor),
  KEY (sha256),
  KEY (pdf_sha256),
  CONSTRAINT submission_step_of       FOREIGN KEY (submission) REFERENCES submission (id),
  CONSTRAINT submission_step_doctor   FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT submission_step_given_by FOREIGN KEY (given_by)   REFERENCES person (id),
  CONSTRAINT submission_step_reason CHECK (status NOT IN ('STOPPED','WITHDRAWN','REJECTED') OR CHAR_LENGTH(words) > 0),
  CONSTRAINT submission_step_bytes  CHECK ((status IN ('BUILT','SENT')) = (sha256 IS NOT NULL)
                                           AND (sha256 IS NULL) = (size IS NULL)),
  CONSTRAINT submission_step_built  CHECK ((status = 'BUILT') = (pdf_sha256 IS NOT NULL)
                                           AND (pdf_sha256 IS NULL) = (sign_key IS NULL))
) COMMENT 'The story of each order; chained, only ever added to';

CREATE TABLE submission_now (
  submission INT UNSIGNED NOT NULL PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       ENUM('PRACTICE','SPECIALIST') NOT NULL,
  part       ENUM('MAIN','EXTRA') NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('ORDERED','BUILT','SENT','STOPPED','WITHDRAWN','REJECTED') NOT NULL,
  ordered    DATETIME     NOT NULL,
  built      DATETIME     NULL COMMENT 'when it was frozen',
  sent       DATETIME     NULL,
  at         DATETIME     NOT NULL,
  live       TINYINT(1)   NULL COMMENT '1: a main package under way or sent; one at a time of a kind (R-STPS-18)',
  UNIQUE KEY (doctor, kind, live),
  KEY (status, ordered),
  CONSTRAINT submission_now_of FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'Where each order stands, kept by a trigger; nobody is granted a change of it';

CREATE TABLE submission_file (
  submission INT UNSIGNED NOT NULL,
  n          SMALLINT UNSIGNED NOT NULL,
  name       VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'path within the ZIP',
  title      VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL,
  size       INT UNSIGNED NOT NULL,
  sha256     BINARY(32)   NOT NULL,
  PRIMARY KEY (submission, n),
  CONSTRAINT submission_file_of FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'What lies in a frozen package; only ever added to';

CREATE TABLE submission_piece (
  submission INT UNSIGNED NOT NULL,
  what       ENUM('PACKAGE','ENVELOPE') NOT NULL COMMENT 'the ZIP, and the ZIP closed for the authority: closed once, for what was begun to be sent must not become another',
  n          SMALLINT UNSIGNED NOT NULL,
  bytes      MEDIUMBLOB   NOT NULL COMMENT 'at most 8 MB, so that it fits a packet of the server',
  PRIMARY KEY (submission, what, n),
  CONSTRAINT submission_piece_of FOREIGN KEY (submission) REFERENCES submission (id),
  CONSTRAINT submission_piece_size CHECK (LENGTH(bytes) BETWEEN 1 AND 8388608)
) COMMENT 'The bytes of frozen packages; only ever added to';

CREATE TABLE submission_work (
  submission INT UNSIGNED NOT NULL PRIMARY KEY,
  holder     BINARY(16)   NULL COMMENT 'who is at work on it',
  until      DATETIME     NULL COMMENT 'as long as nobody else may take it',
  tries      SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'that failed since the last step',
  next_try   DATETIME     NULL COMMENT 'NULL: nothing more is to be done',
  said       VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what hindered it last',
  alarmed    DATETIME     NULL COMMENT 'when it was told that it waits too long',
  KEY (next_try),
  CONSTRAINT submission_work_of FOREIGN KEY (submission) REFERENCES submission (id)
) COMMENT 'What the program that sends has still to do; begun and ended by triggers';

CREATE TABLE verify_ask (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  network    BINARY(32)   NOT NULL COMMENT 'keyed hash of where the question came from',
  at         DATETIME     NOT NULL,
  KEY (network, at),
  KEY (at)
) COMMENT 'Files that were held against what was sent, of late: so that nobody asks without end';
