-- Evaluation of the training place (domain 14).  What a doctor answered and whose answer it is lie in
-- tables of their own, and no program's account reads the one that joins them: views that run as the
-- owner say what may be known when (views/evaluation.sql).  No row here has an order or a time from
-- which the doctor could be told: ids are drawn by lot, and days are half-years.
--
-- No foreign key goes to what other programs change (elements, persons, places): MariaDB asks of an UPDATE
-- with a join for the right to read every table that refers to the one updated, and nobody else has it.
-- The triggers hold what the keys would, and nothing there is ever deleted.

CREATE TABLE evaluation_form (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(20)  NOT NULL UNIQUE COMMENT 'the version',
  title      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  since      DATE         NOT NULL COMMENT 'answers begun from that day on are given on it'
) COMMENT 'Versions of the form, as data (R-EVA-03); a correction is a new version';

CREATE TABLE evaluation_statement (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(30)  NOT NULL UNIQUE COMMENT 'version and number',
  form       INT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  section    VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'its heading',
  kind       ENUM('SCALE','OVERALL','PROSE') NOT NULL COMMENT 'OVERALL: the one of the form that a list of places shows',
  text       VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  UNIQUE KEY (form, position),
  KEY (kind),
  CONSTRAINT evaluation_statement_form FOREIGN KEY (form) REFERENCES evaluation_form (id)
) COMMENT 'Statements on the scale 1 to 6, and a free text at the end of each section';

CREATE TABLE evaluation (
  id         BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'drawn by lot: neither order nor time can be read from it',
  form       INT UNSIGNED NOT NULL,
  org_unit   INT UNSIGNED NOT NULL COMMENT 'the place, as the element had it when the answer was sent',
  stage      ENUM('KBU','INTRO','HU','EVAL') NOT NULL,
  specialty  INT UNSIGNED NULL COMMENT 'of the doctor''s course of training',
  half       SMALLINT UNSIGNED NOT NULL COMMENT 'half-year in which it was sent: 2 * year, and 1 more from July on',
  KEY (org_unit, half),
  CONSTRAINT evaluation_form_     FOREIGN KEY (form)      REFERENCES evaluation_form (id)
) COMMENT 'An answer about a place; whose it is stands in evaluation_link alone';

CREATE TABLE evaluation_answer (
  evaluation BINARY(16)   NOT NULL,
  statement  INT UNSIGNED NOT NULL,
  value      TINYINT UNSIGNED NULL COMMENT '1 i meget ringe grad … 6 i meget høj grad; NULL: ikke relevant, or a free text',
  words      TEXT COLLATE utf8mb4_danish_ci NULL,
  PRIMARY KEY (evaluation, statement),
  CONSTRAINT evaluation_answer_evaluation FOREIGN KEY (evaluation) REFERENCES evaluation (id),
  CONSTRAINT evaluation_answer_statement  FOREIGN KEY (statement)  REFERENCES evaluation_statement (id),
  CHECK (value BETWEEN 1 AND 6),
  CHECK (words IS NULL OR (value IS NULL AND CHAR_LENGTH(words) > 0))
) COMMENT 'What was answered; never changed after it was sent';

CREATE TABLE evaluation_link (
  element    INT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'one answer each',
  evaluation BINARY(16)   NOT NULL UNIQUE,
  given_by   INT UNSIGNED NOT NULL,
  at         DATETIME     NOT NULL COMMENT 'when it was sent, UTC',
  CONSTRAINT evaluation_link_evaluation FOREIGN KEY (evaluation) REFERENCES evaluation (id)
) COMMENT 'Whose answer it is: no account may read it (R-EVA-08); written last, it seals the answer';

CREATE TABLE evaluation_draft (
  element    INT UNSIGNED NOT NULL PRIMARY KEY,
  form       INT UNSIGNED NOT NULL,
  answers    MEDIUMTEXT   NOT NULL COMMENT 'JSON: [{"s": statement, "v": 0 to 6, "w": words}, …]; 0 is ikke relevant',
  at         DATETIME     NOT NULL,
  CONSTRAINT evaluation_draft_form    FOREIGN KEY (form)    REFERENCES evaluation_form (id),
  CHECK (JSON_VALID(answers))
) COMMENT 'What a doctor has begun to answer; gone when it is sent';

CREATE TABLE evaluation_close (
  half       SMALLINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'as in evaluation',
  at         DATETIME     NOT NULL
) COMMENT 'Half-years that are over: a row here releases answers and reckons means (rules/evaluation.sql)';

CREATE TABLE evaluation_open (
  evaluation BINARY(16)   NOT NULL PRIMARY KEY,
  org_unit   INT UNSIGNED NOT NULL,
  half       SMALLINT UNSIGNED NOT NULL COMMENT 'the half-year with which it was released',
  KEY (org_unit, half),
  CONSTRAINT evaluation_open_evaluation FOREIGN KEY (evaluation) REFERENCES evaluation (id)
) COMMENT 'Answers that UAO or tutor may read: all that became free in a half-year, together';

CREATE TABLE evaluation_batch (
  org_unit   INT UNSIGNED NOT NULL,
  half       SMALLINT UNSIGNED NOT NULL COMMENT 'the half-year with which it was published',
  since_half SMALLINT UNSIGNED NOT NULL COMMENT 'the half-year of its oldest answer',
  n          INT UNSIGNED NOT NULL COMMENT 'answers',
  least      INT UNSIGNED NOT NULL COMMENT 'how many were asked for at least, that day',
  PRIMARY KEY (org_unit, half)
) COMMENT 'Answers whose means were published together, never changed after: no two means differ by less than a batch';

CREATE TABLE evaluation_counted (
  evaluation BINARY(16)   NOT NULL PRIMARY KEY,
  org_unit   INT UNSIGNED NOT NULL,
  half       SMALLINT UNSIGNED NOT NULL,
  KEY (org_unit, half),
  CONSTRAINT evaluation_counted_evaluation FOREIGN KEY (evaluation)     REFERENCES evaluation (id),
  CONSTRAINT evaluation_counted_batch      FOREIGN KEY (org_unit, half) REFERENCES evaluation_batch (org_unit, half)
) COMMENT 'In which batch an answer was counted: each once';

CREATE TABLE evaluation_mean (
  org_unit   INT UNSIGNED NOT NULL,
  half       SMALLINT UNSIGNED NOT NULL,
  statement  INT UNSIGNED NOT NULL,
  stage      ENUM('ALL','KBU','INTRO','HU','EVAL') NOT NULL COMMENT 'ALL: the whole batch',
  specialty  INT UNSIGNED NOT NULL COMMENT '0: the whole batch, or doctors without one',
  n          INT UNSIGNED NOT NULL COMMENT 'answers on the scale, never fewer than the batch asked for',
  total      INT UNSIGNED NOT NULL COMMENT 'the sum of them',
  PRIMARY KEY (org_unit, half, statement, stage, specialty),
  CONSTRAINT evaluation_mean_batch     FOREIGN KEY (org_unit, half) REFERENCES evaluation_batch (org_unit, half),
  CONSTRAINT evaluation_mean_statement FOREIGN KEY (statement)      REFERENCES evaluation_statement (id)
) COMMENT 'What is published (R-EVA-01). Parts of a batch only where every part has enough answers, so that none can be reckoned from the others';

CREATE TABLE evaluation_place (
  org_unit   INT UNSIGNED NOT NULL PRIMARY KEY,
  latest     SMALLINT UNSIGNED NOT NULL COMMENT 'half-year of the latest batch',
  hospital   INT UNSIGNED NOT NULL COMMENT 'what the place is part of; 0 for a practice',
  region     INT UNSIGNED NOT NULL COMMENT 'training region',
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  KEY (place),
  KEY (region, place),
  KEY (hospital, place)
) COMMENT 'Places with published means, in the order of a list';

CREATE TABLE evaluation_comment (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  org_unit   INT UNSIGNED NOT NULL,
  half       SMALLINT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 …: the latest counts',
  words      VARCHAR(2000) COLLATE utf8mb4_danish_ci NULL COMMENT 'NULL: taken down again',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  UNIQUE KEY (org_unit, half, step),
  CONSTRAINT evaluation_comment_batch    FOREIGN KEY (org_unit, half) REFERENCES evaluation_batch (org_unit, half)
) COMMENT 'What the management says to a batch, in public and signed (R-EVA-06); only ever added to';
