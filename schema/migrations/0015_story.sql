-- What every approvable thing of a logbook shares: the chain's kinds, files of all kinds, absence
-- as it is counted, and the reset of what was approved.

-- Each word is that of a table whose rows are linked by chain.c, whose rows are only ever added to.
ALTER TABLE chain_link
  MODIFY kind ENUM('APPROVAL','MERIT','RESET','CARD','ATTESTATION','COURSE','RESEARCH','PLAN','FILE_CHECK','DECISION') NOT NULL;

ALTER TABLE file
  MODIFY kind ENUM('MERIT_LETTER','AGREEMENT','SUPPLEMENT','PAPER_ATTESTATION','CERTIFICATE','DIPLOMA','CARD',
                   'PLAN','TALK','REQUEST','OTHER','FORM') NOT NULL
    COMMENT 'R-FIL-01; REQUEST: the written request of a reset, FORM: for everybody to fetch (R-FIL-03)';

ALTER TABLE approval
  MODIFY status ENUM('REQUESTED','WITHDRAWN','RETURNED','APPROVED','PARTLY','RESET') NOT NULL;
ALTER TABLE approval_now
  MODIFY status ENUM('REQUESTED','WITHDRAWN','RETURNED','APPROVED','PARTLY','RESET') NOT NULL;

CREATE TABLE reset (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  kind         ENUM('APPROVAL','ATTESTATION','COURSE','RESEARCH','MERIT') NOT NULL COMMENT 'the table of the row that is struck',
  row_id       INT UNSIGNED NOT NULL COMMENT 'id of the approved row there; the same transaction adds the next step of its story, RESET',
  requester    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'who asked for it in writing',
  requested_on DATE         NOT NULL COMMENT 'the date of the request',
  case_no      VARCHAR(60)  COLLATE utf8mb4_danish_ci NULL COMMENT 'journalnummer of the request',
  request_file INT UNSIGNED NULL COMMENT 'or the request itself',
  reason       VARCHAR(2000) COLLATE utf8mb4_danish_ci NOT NULL,
  once         BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click resets once',
  second       INT UNSIGNED NULL COMMENT 'who confirmed it, where the region asks for two',
  given_by     INT UNSIGNED NOT NULL,
  by_name      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role      VARCHAR(20)  NOT NULL,
  place        VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at           DATETIME     NOT NULL,
  UNIQUE KEY (kind, row_id) COMMENT 'a row is struck once',
  KEY (doctor, at),
  CONSTRAINT reset_doctor       FOREIGN KEY (doctor)       REFERENCES person (id),
  CONSTRAINT reset_request_file FOREIGN KEY (request_file) REFERENCES file (id),
  CONSTRAINT reset_second       FOREIGN KEY (second)       REFERENCES person (id),
  CONSTRAINT reset_given_by     FOREIGN KEY (given_by)     REFERENCES person (id),
  CONSTRAINT reset_in_writing CHECK (case_no IS NOT NULL OR request_file IS NOT NULL),
  CONSTRAINT reset_reason     CHECK (CHAR_LENGTH(reason) > 0 AND CHAR_LENGTH(requester) > 0),
  CONSTRAINT reset_of_others  CHECK (given_by <> doctor AND second <> given_by AND second <> doctor)
) COMMENT 'What the secretariat undid, on whose written request (R-NUL-01 … R-NUL-06); only ever added to';

CREATE TABLE absence_type (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(20)  NOT NULL UNIQUE,
  title      VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL COMMENT 'in which order they are offered'
) COMMENT 'Kinds of absence (domain 5.4)';

CREATE TABLE absence_rule (
  type       INT UNSIGNED NOT NULL,
  region     INT UNSIGNED NULL COMMENT 'training region; NULL for all that say nothing of their own',
  since      DATE         NOT NULL COMMENT 'first day of absence that it holds for',
  counts     TINYINT(1)   NOT NULL COMMENT 'towards the ten per cent',
  UNIQUE KEY (type, region, since),
  CONSTRAINT absence_rule_type   FOREIGN KEY (type)   REFERENCES absence_type (id),
  CONSTRAINT absence_rule_region FOREIGN KEY (region) REFERENCES training_region (id)
) COMMENT 'What counts, by region and date: data, not code (R-TID-09)';

CREATE TABLE absence (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  type       INT UNSIGNED NOT NULL,
  since      DATE         NOT NULL,
  until      DATE         NOT NULL COMMENT 'the day after the last: the day one was well again (R-TID-04)',
  given_by   INT UNSIGNED NOT NULL COMMENT 'the doctor, or the department',
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  cancelled  DATETIME     NULL COMMENT 'taken out again; the row stays',
  cancelled_by INT UNSIGNED NULL,
  KEY (doctor, since),
  KEY (element, since),
  CONSTRAINT absence_doctor       FOREIGN KEY (doctor)       REFERENCES person (id),
  CONSTRAINT absence_element      FOREIGN KEY (element)      REFERENCES element (id),
  CONSTRAINT absence_type_        FOREIGN KEY (type)         REFERENCES absence_type (id),
  CONSTRAINT absence_given_by     FOREIGN KEY (given_by)     REFERENCES person (id),
  CONSTRAINT absence_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES person (id),
  CHECK (since < until)
) COMMENT 'Absence by kind and days, nothing else (the reason is nobody''s business)';
