-- Resets that two persons make, notes, the checks of files, and the library of forms.

CREATE TABLE reset_rule (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region     INT UNSIGNED NOT NULL COMMENT 'training region',
  since      DATE         NOT NULL COMMENT 'first day; switched off, it holds until the next day',
  two        TINYINT(1)   NOT NULL COMMENT 'a second person of the secretariat confirms each reset',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (region, id),
  CONSTRAINT reset_rule_region   FOREIGN KEY (region)   REFERENCES training_region (id),
  CONSTRAINT reset_rule_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'Where resets ask for two persons; of those that have begun the last one set holds; only ever added to';

CREATE TABLE reset_asked (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  region       INT UNSIGNED NOT NULL COMMENT 'training region whose secretariat asked',
  kind         ENUM('APPROVAL','ATTESTATION','COURSE','RESEARCH','MERIT') NOT NULL,
  row_id       INT UNSIGNED NOT NULL COMMENT 'as in reset',
  title        VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'what it is, as the first saw it',
  requester    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  requested_on DATE         NOT NULL,
  case_no      VARCHAR(60)  COLLATE utf8mb4_danish_ci NULL,
  request_file INT UNSIGNED NULL,
  reason       VARCHAR(2000) COLLATE utf8mb4_danish_ci NOT NULL,
  once         BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form; of the reset too, when it is confirmed',
  given_by     INT UNSIGNED NOT NULL,
  by_name      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role      VARCHAR(20)  NOT NULL,
  place        VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at           DATETIME     NOT NULL,
  expires      DATE         NOT NULL COMMENT 'from that day it cannot be confirmed any more',
  state        ENUM('OPEN','DONE','WITHDRAWN') NOT NULL DEFAULT 'OPEN',
  closed_by    INT UNSIGNED NULL,
  closed_name  VARCHAR(200) COLLATE utf8mb4_danish_ci NULL,
  closed_at    DATETIME     NULL,
  is_open      TINYINT(1) AS (IF(state = 'OPEN', 1, NULL)) PERSISTENT COMMENT 'for the unique key: asked for once at a time',
  UNIQUE KEY (kind, row_id, is_open),
  KEY (region, at),
  KEY (doctor, at),
  CONSTRAINT reset_asked_doctor       FOREIGN KEY (doctor)       REFERENCES person (id),
  CONSTRAINT reset_asked_region       FOREIGN KEY (region)       REFERENCES training_region (id),
  CONSTRAINT reset_asked_request_file FOREIGN KEY (request_file) REFERENCES file (id),
  CONSTRAINT reset_asked_given_by     FOREIGN KEY (given_by)     REFERENCES person (id),
  CONSTRAINT reset_asked_closed_by    FOREIGN KEY (closed_by)    REFERENCES person (id),
  CONSTRAINT reset_asked_in_writing CHECK (case_no IS NOT NULL OR request_file IS NOT NULL),
  CONSTRAINT reset_asked_reason     CHECK (CHAR_LENGTH(reason) > 0 AND CHAR_LENGTH(requester) > 0),
  CONSTRAINT reset_asked_of_others  CHECK (given_by <> doctor),
  CONSTRAINT reset_asked_closed     CHECK ((state = 'OPEN') = (closed_by IS NULL))
) COMMENT 'Resets that wait for a second person of the secretariat; the row stays when it is closed';

ALTER TABLE reset
  ADD KEY reset_by_place (place(100), at);

CREATE TABLE note (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       ENUM('OWN','VUS','LEGACY') NOT NULL COMMENT 'the doctor''s, the secretariat''s, brought in from before',
  competency INT UNSIGNED NULL COMMENT 'what it is about, where it is about one',
  region     INT UNSIGNED NULL COMMENT 'of the secretariat whose note it is',
  given_by   INT UNSIGNED NOT NULL,
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click writes one note',
  at         DATETIME     NOT NULL,
  KEY (doctor, at),
  CONSTRAINT note_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT note_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CONSTRAINT note_region     FOREIGN KEY (region)     REFERENCES training_region (id),
  CONSTRAINT note_given_by   FOREIGN KEY (given_by)   REFERENCES person (id),
  CONSTRAINT note_of_whom CHECK ((kind = 'VUS') = (region IS NOT NULL) AND (kind <> 'OWN' OR given_by = doctor)
                                 AND (kind <> 'VUS' OR given_by <> doctor))
) COMMENT 'Notes of a logbook beside those of merit (R-NOT-01); what they say stands in note_version';

CREATE TABLE note_version (
  note       INT UNSIGNED NOT NULL,
  version    SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 …; the last one holds',
  text       TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  readers    ENUM('PRIVATE','APPROVERS','VUS','ALL') NOT NULL
    COMMENT 'beside the doctor (R-NOT-02): nobody, the department, the secretariat, both and the documentation to the authority',
  removed    TINYINT(1)   NOT NULL DEFAULT 0 COMMENT 'taken out; the text is that of the version before',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  at         DATETIME     NOT NULL,
  PRIMARY KEY (note, version) COMMENT 'of two changes sent in the same second one stands',
  CONSTRAINT note_version_note     FOREIGN KEY (note)     REFERENCES note (id),
  CONSTRAINT note_version_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT note_version_text CHECK (CHAR_LENGTH(text) BETWEEN 1 AND 10000)
) COMMENT 'What a note says and who may read it; a change is a version more; only ever added to';

CREATE TABLE file_check (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  file       INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 … in the story of this file',
  status     ENUM('UPLOADED','VERIFIED','REFUSED','WITHDRAWN') NOT NULL COMMENT 'UPLOADED awaits verification where the kind asks for it',
  sha256     BINARY(32)   NOT NULL COMMENT 'of the file, so that the chain holds the bytes too',
  title      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'what it is, in the doctor''s words',
  words      VARCHAR(2000) COLLATE utf8mb4_danish_ci NULL COMMENT 'why it was refused',
  once       BINARY(16)   NULL UNIQUE COMMENT 'of the form that uploaded it',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  at         DATETIME     NOT NULL,
  UNIQUE KEY (file, step) COMMENT 'of two answers sent in the same second one stands',
  KEY (doctor, file),
  CONSTRAINT file_check_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT file_check_file     FOREIGN KEY (file)     REFERENCES file (id),
  CONSTRAINT file_check_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT file_check_by CHECK ((status IN ('UPLOADED','WITHDRAWN')) = (given_by = doctor)),
  CONSTRAINT file_check_why CHECK (status <> 'REFUSED' OR CHAR_LENGTH(words) > 0),
  CONSTRAINT file_check_once CHECK ((status = 'UPLOADED') = (once IS NOT NULL))
) COMMENT 'The story of each file that a doctor uploaded (R-FIL-02); chained; only ever added to';

CREATE TABLE file_now (
  file       INT UNSIGNED NOT NULL PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  kind       VARCHAR(20)  NOT NULL COMMENT 'of the file',
  file_check INT UNSIGNED NOT NULL COMMENT 'the latest row',
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('UPLOADED','VERIFIED','REFUSED','WITHDRAWN') NOT NULL,
  title      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  words      VARCHAR(2000) COLLATE utf8mb4_danish_ci NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor, status),
  CONSTRAINT file_now_check FOREIGN KEY (file_check) REFERENCES file_check (id)
) COMMENT 'The latest row of each story, kept by a trigger; nobody is granted a change of it';

CREATE TABLE form (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  stage      ENUM('KBU','INTRO','HU','EVAL') NULL COMMENT 'NULL: for all',
  specialty  INT UNSIGNED NULL COMMENT 'NULL: for all',
  region     INT UNSIGNED NULL COMMENT 'training region whose secretariat keeps it; NULL: the project leader, for all of Denmark',
  once       BINARY(16)   NOT NULL UNIQUE,
  ended_by   INT UNSIGNED NULL COMMENT 'taken out of the library; the rows stay',
  ended_at   DATETIME     NULL,
  KEY (region),
  CONSTRAINT form_specialty FOREIGN KEY (specialty) REFERENCES specialty (id),
  CONSTRAINT form_region    FOREIGN KEY (region)    REFERENCES training_region (id),
  CONSTRAINT form_ended_by  FOREIGN KEY (ended_by)  REFERENCES person (id),
  CONSTRAINT form_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) COMMENT 'A form of the shared library, for everybody who is logged in (R-FIL-03)';

CREATE TABLE form_version (
  form       INT UNSIGNED NOT NULL,
  version    SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 …; the last one is offered',
  type       ENUM('application/pdf','image/jpeg','image/png') NOT NULL,
  pages      SMALLINT UNSIGNED NOT NULL,
  size       INT UNSIGNED NOT NULL COMMENT 'bytes',
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  content    BINARY(32)   NOT NULL,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  PRIMARY KEY (form, version),
  CONSTRAINT form_version_form     FOREIGN KEY (form)     REFERENCES form (id),
  CONSTRAINT form_version_content  FOREIGN KEY (content)  REFERENCES file_content (sha256),
  CONSTRAINT form_version_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'The files of a form, oldest first; only ever added to';
