-- Training plans and talks (domain 16): who is whose main supervisor, the plan's story, talks with
-- what both sides prepare and the minutes they agree on, doubt (R-KOM-14), headings per kind of talk.

CREATE TABLE main_supervisor (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  person     INT UNSIGNED NOT NULL COMMENT 'who supervises; reaches plan and talks while the role holds too',
  role       ENUM('HOVEDVEJLEDER','TUTOR') NOT NULL COMMENT 'the role there on the day of the appointment',
  since      DATE         NOT NULL,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  until      DATE         NULL COMMENT 'no longer from that day on; NULL while it holds',
  ended_by   INT UNSIGNED NULL,
  ended_at   DATETIME     NULL,
  live       TINYINT(1) AS (IF(ended_at IS NULL, 1, NULL)) VIRTUAL COMMENT 'one at a time for each element',
  UNIQUE KEY (element, live),
  KEY (person, element),
  KEY (doctor),
  CONSTRAINT main_supervisor_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT main_supervisor_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT main_supervisor_person   FOREIGN KEY (person)   REFERENCES person (id),
  CONSTRAINT main_supervisor_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT main_supervisor_ended_by FOREIGN KEY (ended_by) REFERENCES person (id),
  CONSTRAINT main_supervisor_of_others CHECK (person <> doctor AND given_by <> doctor),
  CONSTRAINT main_supervisor_end CHECK ((ended_at IS NULL) = (until IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
) COMMENT 'Who is main supervisor of a doctor in an element (domain 2.1); ended, never deleted';

CREATE TABLE plan_draft (
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  goals      TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  means      TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  agreements TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  courses    TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  next_steps TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  competencies VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'ids with a space between',
  file       INT UNSIGNED NULL,
  at         DATETIME     NOT NULL,
  PRIMARY KEY (doctor, element),
  CONSTRAINT plan_draft_doctor  FOREIGN KEY (doctor)  REFERENCES person (id),
  CONSTRAINT plan_draft_element FOREIGN KEY (element) REFERENCES element (id),
  CONSTRAINT plan_draft_file    FOREIGN KEY (file)    REFERENCES file (id)
) COMMENT 'What a doctor is writing: seen by nobody else, written over, gone when it is sent';

CREATE TABLE plan (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('SENT','RETURNED','APPROVED') NOT NULL,
  answers    INT UNSIGNED NULL COMMENT 'the row SENT that this one answers',
  goals      TEXT COLLATE utf8mb4_danish_ci NULL COMMENT 'this and the four below: the sections of a plan that was sent',
  means      TEXT COLLATE utf8mb4_danish_ci NULL,
  agreements TEXT COLLATE utf8mb4_danish_ci NULL,
  courses    TEXT COLLATE utf8mb4_danish_ci NULL,
  next_steps TEXT COLLATE utf8mb4_danish_ci NULL,
  competencies VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'ids with a space between, so that the chain holds them too',
  file       INT UNSIGNED NULL COMMENT 'or the plan as a file',
  file_sha256 BINARY(32)  NULL COMMENT 'of the file, so that the chain holds the bytes too',
  words      TEXT COLLATE utf8mb4_danish_ci NULL COMMENT 'of the one who answers',
  once       BINARY(16)   NULL UNIQUE COMMENT 'of the form: a double click sends once',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  UNIQUE KEY (doctor, element, step),
  KEY (file),
  CONSTRAINT plan_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT plan_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT plan_answers  FOREIGN KEY (answers)  REFERENCES plan (id),
  CONSTRAINT plan_file     FOREIGN KEY (file)     REFERENCES file (id),
  CONSTRAINT plan_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT plan_by_doctor CHECK ((status = 'SENT') = (given_by = doctor)),
  CONSTRAINT plan_answer    CHECK ((status = 'SENT') = (answers IS NULL)),
  CONSTRAINT plan_reason    CHECK (status <> 'RETURNED' OR CHAR_LENGTH(words) > 0),
  CONSTRAINT plan_content   CHECK (status <> 'SENT' OR CHAR_LENGTH(goals) > 0 OR file IS NOT NULL),
  CONSTRAINT plan_bytes     CHECK ((file IS NULL) = (file_sha256 IS NULL))
) COMMENT 'The story of each plan: sent, returned, approved, revised (R-PLA-02); only ever added to';

CREATE TABLE plan_now (
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  plan       INT UNSIGNED NOT NULL COMMENT 'the latest row',
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('SENT','RETURNED','APPROVED') NOT NULL,
  sent       INT UNSIGNED NOT NULL COMMENT 'the latest row SENT',
  sent_at    DATETIME     NOT NULL,
  approved   INT UNSIGNED NULL COMMENT 'the latest row SENT that was approved',
  at         DATETIME     NOT NULL,
  PRIMARY KEY (doctor, element),
  KEY (element),
  CONSTRAINT plan_now_plan FOREIGN KEY (plan) REFERENCES plan (id)
) COMMENT 'Where each plan stands, kept by a trigger; nobody is granted a change of it';

CREATE TABLE talk (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  kind       ENUM('INTRO','ADJUST','FINAL') NOT NULL COMMENT 'introduktion, justering, slutevaluering',
  planned_on DATE         NOT NULL,
  once       BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click plans once',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  cancelled  DATETIME     NULL COMMENT 'it is not to be; the row stays',
  cancelled_by INT UNSIGNED NULL,
  KEY (element),
  KEY (doctor),
  CONSTRAINT talk_doctor       FOREIGN KEY (doctor)       REFERENCES person (id),
  CONSTRAINT talk_element      FOREIGN KEY (element)      REFERENCES element (id),
  CONSTRAINT talk_given_by     FOREIGN KEY (given_by)     REFERENCES person (id),
  CONSTRAINT talk_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES person (id)
) COMMENT 'A talk of a doctor and the department (R-PLA-03); moved while it is to come, never deleted';

CREATE TABLE talk_preparation (
  talk       INT UNSIGNED NOT NULL,
  side       ENUM('DOCTOR','SUPERVISOR') NOT NULL,
  words      TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  sent_at    DATETIME     NULL COMMENT 'from then on it stays as it is',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  PRIMARY KEY (talk, side),
  CONSTRAINT talk_preparation_talk     FOREIGN KEY (talk)     REFERENCES talk (id),
  CONSTRAINT talk_preparation_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'What each side writes beforehand; the other sees it when both have sent, or from the day of the talk';

CREATE TABLE talk_minutes (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  talk       INT UNSIGNED NOT NULL,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  step       SMALLINT UNSIGNED NOT NULL,
  status     ENUM('DRAFT','AGREED') NOT NULL COMMENT 'R-PLA-07',
  side       ENUM('DOCTOR','SUPERVISOR') NOT NULL COMMENT 'of the one who added this row',
  answers    INT UNSIGNED NULL COMMENT 'the draft that is agreed to',
  held_on    DATE         NOT NULL,
  words      TEXT COLLATE utf8mb4_danish_ci NULL,
  file       INT UNSIGNED NULL COMMENT 'or a form that was filled in elsewhere (R-PLA-05)',
  file_sha256 BINARY(32)  NULL,
  once       BINARY(16)   NULL UNIQUE,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL,
  at         DATETIME     NOT NULL,
  UNIQUE KEY (talk, step),
  KEY (file),
  CONSTRAINT talk_minutes_talk     FOREIGN KEY (talk)     REFERENCES talk (id),
  CONSTRAINT talk_minutes_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT talk_minutes_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT talk_minutes_answers  FOREIGN KEY (answers)  REFERENCES talk_minutes (id),
  CONSTRAINT talk_minutes_file     FOREIGN KEY (file)     REFERENCES file (id),
  CONSTRAINT talk_minutes_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT talk_minutes_side    CHECK ((side = 'DOCTOR') = (given_by = doctor)),
  CONSTRAINT talk_minutes_answer  CHECK ((status = 'AGREED') = (answers IS NOT NULL)),
  CONSTRAINT talk_minutes_content CHECK (status = 'AGREED' OR CHAR_LENGTH(words) > 0 OR file IS NOT NULL),
  CONSTRAINT talk_minutes_bytes   CHECK ((file IS NULL) = (file_sha256 IS NULL))
) COMMENT 'Minutes of a talk: one side writes, the other writes anew or agrees; only ever added to';

CREATE TABLE talk_now (
  talk       INT UNSIGNED NOT NULL PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  kind       ENUM('INTRO','ADJUST','FINAL') NOT NULL,
  status     ENUM('PLANNED','DRAFT','AGREED','CANCELLED') NOT NULL,
  planned_on DATE         NOT NULL,
  minutes    INT UNSIGNED NULL COMMENT 'the latest row',
  side       ENUM('DOCTOR','SUPERVISOR') NULL COMMENT 'who wrote it',
  held_on    DATE         NULL,
  KEY (element, status, planned_on),
  KEY (doctor),
  CONSTRAINT talk_now_talk FOREIGN KEY (talk) REFERENCES talk (id)
) COMMENT 'Where each talk stands, kept by triggers; nobody is granted a change of it';

CREATE TABLE talk_heading (
  code       VARCHAR(30)  NOT NULL PRIMARY KEY,
  stage      ENUM('ALLE','KBU','INTRO','HU') NOT NULL COMMENT 'ALLE: of all stages that have none of their own',
  kind       ENUM('INTRO','ADJUST','FINAL') NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  heading    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  KEY (kind, stage, position)
) COMMENT 'Headings of minutes and preparation, per kind of talk and stage (R-PLA-05): data, not code';

CREATE TABLE doubt (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  words      TEXT COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'what the doubt is about',
  measures   TEXT COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'what is to be done',
  follow_on  DATE         NOT NULL COMMENT 'when it is followed up',
  once       BINARY(16)   NOT NULL UNIQUE,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  KEY (doctor),
  KEY (element),
  KEY (follow_on),
  CONSTRAINT doubt_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT doubt_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT doubt_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT doubt_of_others CHECK (given_by <> doctor AND CHAR_LENGTH(words) > 0 AND CHAR_LENGTH(measures) > 0)
) COMMENT 'Doubt whether an element can be completed (R-KOM-14); never printed, never sent; only ever added to';

CREATE TABLE doubt_outcome (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doubt      INT UNSIGNED NOT NULL UNIQUE,
  doctor     INT UNSIGNED NOT NULL,
  element    INT UNSIGNED NOT NULL,
  outcome    ENUM('RESOLVED','NOT_APPROVED') NOT NULL COMMENT 'the measures helped, or manglende godkendelse',
  words      TEXT COLLATE utf8mb4_danish_ci NOT NULL,
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  CONSTRAINT doubt_outcome_doubt    FOREIGN KEY (doubt)    REFERENCES doubt (id),
  CONSTRAINT doubt_outcome_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT doubt_outcome_element  FOREIGN KEY (element)  REFERENCES element (id),
  CONSTRAINT doubt_outcome_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT doubt_outcome_of_others CHECK (given_by <> doctor AND CHAR_LENGTH(words) > 0)
) COMMENT 'What came of it; one for each doubt, only ever added to';
