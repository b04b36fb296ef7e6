-- Assessment cards (kompetencekort, domain 6.6), what is counted towards a goal (R-KOM-01, R-KOM-02),
-- merit instead of a card (R-KOM-07).

CREATE TABLE card_set (
  curriculum   INT UNSIGNED NOT NULL PRIMARY KEY,
  templates    SMALLINT UNSIGNED NOT NULL COMMENT 'how many cards it has; a rule lets no further one in',
  file_sha256  BINARY(32)   NOT NULL COMMENT 'of the file it was read from',
  CONSTRAINT card_set_curriculum FOREIGN KEY (curriculum) REFERENCES curriculum (id)
) COMMENT 'The cards of a list, published once; from then on its numbers bind (card_need)';

CREATE TABLE card_template (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  curriculum   INT UNSIGNED NOT NULL,
  position     SMALLINT UNSIGNED NOT NULL,
  code         VARCHAR(20)  NOT NULL COMMENT 'the card''s number within the list: K1',
  title        VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  method       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'which of the goals'' methods it is',
  scale        ENUM('GODKENDT','FEM') NOT NULL COMMENT 'Skal forbedres/Godkendt, or 1 to 5',
  whole        TINYINT(1)   NOT NULL COMMENT 'a filled card counts for all of its goals, not for one of them',
  guidance     TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  parts        SMALLINT UNSIGNED NOT NULL COMMENT 'how many sub-goals it has',
  UNIQUE KEY (curriculum, code),
  UNIQUE KEY (curriculum, position),
  CONSTRAINT card_template_set FOREIGN KEY (curriculum) REFERENCES card_set (curriculum)
) COMMENT 'A card as it is before somebody fills it';

CREATE TABLE card_part (
  template     INT UNSIGNED NOT NULL,
  position     SMALLINT UNSIGNED NOT NULL,
  title        VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL,
  PRIMARY KEY (template, position),
  CONSTRAINT card_part_template FOREIGN KEY (template) REFERENCES card_template (id)
) COMMENT 'A sub-goal of a card, rated by itself';

CREATE TABLE card_goal (
  template     INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NOT NULL,
  PRIMARY KEY (template, competency),
  KEY (competency),
  CONSTRAINT card_goal_template   FOREIGN KEY (template)   REFERENCES card_template (id),
  CONSTRAINT card_goal_competency FOREIGN KEY (competency) REFERENCES competency (id)
) COMMENT 'Which goals a card is for: one card may serve many, one goal may need several';

CREATE TABLE card_need (
  competency   INT UNSIGNED NOT NULL,
  method       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  target       SMALLINT UNSIGNED NOT NULL COMMENT 'so many before the goal can be approved',
  per_year     SMALLINT UNSIGNED NULL COMMENT 'aim for a year of training (R-KOM-02); nothing is refused for it',
  by_card      TINYINT(1)   NOT NULL COMMENT 'approved cards count; else what the doctor has written down',
  PRIMARY KEY (competency, method),
  CONSTRAINT card_need_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CHECK (target BETWEEN 1 AND 999)
) COMMENT 'What must be there before a goal is approved';

CREATE TABLE card_sheet (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  template     INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NULL COMMENT 'which of the card''s goals it is about; NULL for all of them',
  once         BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click makes one card',
  given_by     INT UNSIGNED NOT NULL COMMENT 'the doctor, or the supervisor who began it',
  at           DATETIME     NOT NULL,
  KEY (doctor),
  CONSTRAINT card_sheet_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT card_sheet_template   FOREIGN KEY (template)   REFERENCES card_template (id),
  CONSTRAINT card_sheet_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CONSTRAINT card_sheet_given_by   FOREIGN KEY (given_by)   REFERENCES person (id)
) COMMENT 'One card of one doctor; what stands on it is in card';

CREATE TABLE card (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  sheet        INT UNSIGNED NOT NULL,
  step         SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 … in the story of this card',
  status       ENUM('STARTED','SENT','WITHDRAWN','RETURNED','APPROVED') NOT NULL,
  template     INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NULL COMMENT 'with template: those of the sheet, so that the chain holds them',
  element      INT UNSIGNED NOT NULL COMMENT 'where it was observed',
  org_unit     INT UNSIGNED NOT NULL COMMENT 'the unit of that element',
  assessed_on  DATE         NOT NULL COMMENT 'the day of the observation (R-KOM-11)',
  topic        VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the case, without anything about the patient',
  marks        VARCHAR(60)  NOT NULL COMMENT 'one sign a sub-goal: S, G or 1 to 5; - for not rated.  The doctor''s own, or the assessor''s',
  words        TEXT COLLATE utf8mb4_danish_ci NULL,
  assessor     INT UNSIGNED NULL COMMENT 'who observed, with an account',
  assessor_name  VARCHAR(200) COLLATE utf8mb4_danish_ci NULL COMMENT 'or without: confirmed by the approver',
  assessor_title VARCHAR(100) COLLATE utf8mb4_danish_ci NULL,
  given_by     INT UNSIGNED NOT NULL,
  by_name      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role      VARCHAR(20)  NOT NULL,
  place        VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at           DATETIME     NOT NULL,
  UNIQUE KEY (doctor, sheet, step),
  CONSTRAINT card_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT card_sheet_   FOREIGN KEY (sheet)    REFERENCES card_sheet (id),
  CONSTRAINT card_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT card_org_unit FOREIGN KEY (org_unit) REFERENCES org_unit (id),
  CONSTRAINT card_assessor FOREIGN KEY (assessor) REFERENCES person (id),
  CONSTRAINT card_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CHECK ((status IN ('STARTED','SENT','WITHDRAWN')) = (given_by = doctor)),
  CHECK (status <> 'RETURNED' OR CHAR_LENGTH(words) > 0),
  CHECK (status <> 'SENT' OR (assessor IS NULL) <> (assessor_name IS NULL)),
  CHECK (CHAR_LENGTH(topic) > 0)
) COMMENT 'The story of each card: begun, sent, returned, approved; only ever added to';

CREATE TABLE card_now (
  doctor       INT UNSIGNED NOT NULL,
  sheet        INT UNSIGNED NOT NULL,
  card         INT UNSIGNED NOT NULL COMMENT 'the latest row',
  step         SMALLINT UNSIGNED NOT NULL,
  status       ENUM('STARTED','SENT','WITHDRAWN','RETURNED','APPROVED') NOT NULL,
  template     INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NULL,
  org_unit     INT UNSIGNED NOT NULL,
  assessor     INT UNSIGNED NULL,
  PRIMARY KEY (doctor, sheet),
  UNIQUE KEY (sheet),
  KEY (org_unit, status, card),
  CONSTRAINT card_now_card FOREIGN KEY (card) REFERENCES card (id)
) COMMENT 'The latest row of each card, kept by a trigger; nobody is granted a change of it';

CREATE TABLE card_count (
  doctor       INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NOT NULL,
  method       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  have         INT UNSIGNED NOT NULL,
  PRIMARY KEY (doctor, competency, method)
) COMMENT 'How many approved cards, or how much written down, a doctor has towards a goal; kept by triggers';

CREATE TABLE card_entry (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor       INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NOT NULL,
  method       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  done_on      DATE         NOT NULL,
  number       SMALLINT UNSIGNED NOT NULL,
  words        VARCHAR(500) COLLATE utf8mb4_danish_ci NULL,
  once         BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click counts once',
  at           DATETIME     NOT NULL,
  taken_out    DATETIME     NULL COMMENT 'by the doctor; the row stays',
  KEY (doctor, competency, done_on),
  CONSTRAINT card_entry_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT card_entry_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CHECK (number BETWEEN 1 AND 500)
) COMMENT 'What a doctor has done and written down: procedures, experience (erfaringsregistrering)';

CREATE TABLE card_merit (
  doctor       INT UNSIGNED NOT NULL,
  competency   INT UNSIGNED NOT NULL,
  merit        INT UNSIGNED NOT NULL COMMENT 'the note that stands in place of the card',
  given_by     INT UNSIGNED NOT NULL,
  by_name      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  at           DATETIME     NOT NULL,
  PRIMARY KEY (doctor, competency),
  CONSTRAINT card_merit_doctor     FOREIGN KEY (doctor)     REFERENCES person (id),
  CONSTRAINT card_merit_competency FOREIGN KEY (competency) REFERENCES competency (id),
  CONSTRAINT card_merit_merit      FOREIGN KEY (merit)      REFERENCES merit (id),
  CONSTRAINT card_merit_given_by   FOREIGN KEY (given_by)   REFERENCES person (id),
  CHECK (given_by <> doctor)
) COMMENT 'The tutor took a merit note instead of the qualification card (R-KOM-07)';
