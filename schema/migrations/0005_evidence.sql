-- What is only ever added to: files, merits, approvals, the chain over them, audit and looks.

CREATE TABLE file_content (
  sha256     BINARY(32)   NOT NULL PRIMARY KEY,
  bytes      LONGBLOB     NOT NULL,
  CHECK (LENGTH(bytes) BETWEEN 1 AND 20971520)
) COMMENT 'The bytes of files, each once';

CREATE TABLE file (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL COMMENT 'whose logbook it belongs to',
  kind       ENUM('MERIT_LETTER') NOT NULL,
  type       ENUM('application/pdf','image/jpeg','image/png') NOT NULL COMMENT 'found from the bytes',
  pages      SMALLINT UNSIGNED NOT NULL,
  size       INT UNSIGNED NOT NULL COMMENT 'bytes',
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'as the client called it: shown, never used as a path',
  content    BINARY(32)   NOT NULL,
  given_by   INT UNSIGNED NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor),
  CONSTRAINT file_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT file_content_ FOREIGN KEY (content)  REFERENCES file_content (sha256),
  CONSTRAINT file_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'Files given to a logbook, proved readable before they are stored';

CREATE TABLE merit (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  note       TEXT COLLATE utf8mb4_danish_ci NULL,
  letter     INT UNSIGNED NULL COMMENT 'meritbrev',
  letter_sha256 BINARY(32) NULL COMMENT 'of the letter, so that the chain holds the bytes too',
  region     INT UNSIGNED NOT NULL COMMENT 'the training region whose secretariat gave it',
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click gives one merit',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the giver''s name that day',
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the secretariat',
  at         DATETIME     NOT NULL,
  KEY (doctor, at),
  KEY (region, at),
  CONSTRAINT merit_region   FOREIGN KEY (region)   REFERENCES training_region (id),
  CONSTRAINT merit_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT merit_letter   FOREIGN KEY (letter)   REFERENCES file (id),
  CONSTRAINT merit_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CHECK (note IS NOT NULL OR letter IS NOT NULL),
  CHECK ((letter IS NULL) = (letter_sha256 IS NULL)),
  CHECK (note IS NULL OR CHAR_LENGTH(note) > 0),
  CHECK (given_by <> doctor)
) COMMENT 'Merit given by the secretariat (R-MER-02: a letter, a note, or both)';

CREATE TABLE approval (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  competency INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 … in the story of this competency of this doctor',
  status     ENUM('REQUESTED','WITHDRAWN','RETURNED','APPROVED') NOT NULL,
  kind       ENUM('ORDINARY','MERIT') NOT NULL,
  element    INT UNSIGNED NULL COMMENT 'the element it was asked or approved in (R-KOM-10)',
  org_unit   INT UNSIGNED NULL COMMENT 'the unit of that element',
  merit      INT UNSIGNED NULL,
  rating     TINYINT UNSIGNED NULL COMMENT 'the doctor''s own, 1 to 5',
  words      TEXT COLLATE utf8mb4_danish_ci NULL COMMENT 'the doctor''s own words, or the reason of the one who answers',
  given_by   INT UNSIGNED NOT NULL COMMENT 'who added this row',
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'their name that day (R-KOM-04)',
  as_role    VARCHAR(20)  NOT NULL COMMENT 'the role they used',
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the unit as it was called that day',
  at         DATETIME     NOT NULL COMMENT 'UTC',
  UNIQUE KEY (doctor, competency, step) COMMENT 'of two answers sent in the same second one stands',
  KEY (merit),
  CONSTRAINT approval_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT approval_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CONSTRAINT approval_element    FOREIGN KEY (element)    REFERENCES element (id),
  CONSTRAINT approval_org_unit   FOREIGN KEY (org_unit)   REFERENCES org_unit (id),
  CONSTRAINT approval_merit      FOREIGN KEY (merit)      REFERENCES merit (id),
  CONSTRAINT approval_given_by   FOREIGN KEY (given_by)   REFERENCES person (id),
  CHECK ((status IN ('REQUESTED','WITHDRAWN')) = (given_by = doctor)),
  CHECK ((kind = 'MERIT') = (merit IS NOT NULL)),
  CHECK (kind = 'ORDINARY' OR status = 'APPROVED'),
  CHECK (status <> 'RETURNED' OR CHAR_LENGTH(words) > 0),
  CHECK (rating IS NULL OR rating BETWEEN 1 AND 5)
) COMMENT 'The story of each competency: asked, taken back, returned, approved; only ever added to';

CREATE TABLE approval_now (
  doctor     INT UNSIGNED NOT NULL,
  competency INT UNSIGNED NOT NULL,
  approval   INT UNSIGNED NOT NULL COMMENT 'the latest row',
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('REQUESTED','WITHDRAWN','RETURNED','APPROVED') NOT NULL,
  kind       ENUM('ORDINARY','MERIT') NOT NULL,
  org_unit   INT UNSIGNED NULL,
  merit      INT UNSIGNED NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'with the three below: a list of competencies is read from here alone',
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  PRIMARY KEY (doctor, competency),
  KEY (org_unit, status, approval),
  CONSTRAINT approval_now_approval FOREIGN KEY (approval) REFERENCES approval (id)
) COMMENT 'The latest row of each story, kept by a trigger; nobody is granted a change of it';

CREATE TABLE chain_head (
  doctor     INT UNSIGNED NOT NULL PRIMARY KEY,
  n          INT UNSIGNED NOT NULL COMMENT 'links so far',
  hash       BINARY(32)   NOT NULL COMMENT 'of the last link',
  seal       BINARY(32)   NOT NULL COMMENT 'keyed hash of doctor, n and hash: the end cannot be cut off unseen',
  CONSTRAINT chain_head_doctor FOREIGN KEY (doctor) REFERENCES person (id)
) COMMENT 'Where each doctor''s chain ends; its row lock lets one link be added at a time';

CREATE TABLE chain_link (
  doctor     INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL COMMENT '1, 2, 3 …',
  kind       ENUM('APPROVAL','MERIT') NOT NULL,
  row_id     INT UNSIGNED NOT NULL COMMENT 'id of the row it holds',
  hash       BINARY(32)   NOT NULL COMMENT 'keyed hash of the link before, and of every column of the row',
  PRIMARY KEY (doctor, n),
  UNIQUE KEY (kind, row_id)
) COMMENT 'The chain over everything that was ever added to a logbook';

CREATE TABLE audit (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME     NOT NULL,
  person     INT UNSIGNED NULL,
  held       INT UNSIGNED NULL COMMENT 'user_role in use',
  role       VARCHAR(20)  NOT NULL,
  session    INT UNSIGNED NULL,
  action     VARCHAR(40)  NOT NULL,
  object     VARCHAR(40)  NOT NULL COMMENT 'kind of thing',
  object_id  INT UNSIGNED NOT NULL,
  detail     VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'never a CPR number, never free text',
  KEY (person, at),
  KEY (object, object_id)
) COMMENT 'Who did what to what, as which role';

CREATE TABLE look (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL COMMENT 'whose logbook was looked into',
  viewer     INT UNSIGNED NOT NULL,
  held       INT UNSIGNED NOT NULL,
  role       VARCHAR(20)  NOT NULL,
  page       VARCHAR(100) NOT NULL COMMENT 'the route, not the address',
  at         DATETIME     NOT NULL,
  KEY (doctor, at),
  CONSTRAINT look_doctor FOREIGN KEY (doctor) REFERENCES person (id),
  CONSTRAINT look_viewer FOREIGN KEY (viewer) REFERENCES person (id)
) COMMENT 'Each look by somebody else into a doctor''s logbook; the doctor can read it (R-GDP-05)';
