-- Where people come from, how their roles came and went, and what is delegated.

ALTER TABLE person
  MODIFY email  VARCHAR(254) COLLATE utf8mb4_general_ci NULL COMMENT 'also what one logs in with; NULL: an import lacked it, and no access is sent (R-BRU-06)',
  MODIFY mobile VARCHAR(20)  NULL COMMENT 'E.164 without spaces; one-time codes go there; NULL as the e-mail',
  ADD shown_from  DATE NOT NULL DEFAULT '1900-01-01' COMMENT 'from that day among Brugere; before only under Planlagte læger (R-UI-02)',
  ADD made_via    ENUM('HAND','IMPORT') NOT NULL DEFAULT 'HAND',
  ADD made_at     DATETIME NULL,
  ADD access_due  DATE NULL COMMENT 'the day on which the mail with access is to go out; NULL when nothing is to be sent',
  ADD gone        ENUM('MERGED','WITHDRAWN') NULL COMMENT 'no longer a person of the logbook: one with another row, or an import taken back',
  ADD merged_into INT UNSIGNED NULL,
  ADD KEY (access_due),
  ADD CONSTRAINT person_merged_into FOREIGN KEY (merged_into) REFERENCES person (id),
  ADD CONSTRAINT person_merged CHECK ((gone <=> 'MERGED') = (merged_into IS NOT NULL));

CREATE TABLE person_merge (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kept       INT UNSIGNED NOT NULL COMMENT 'goes on, with the real CPR number',
  gone       INT UNSIGNED NOT NULL COMMENT 'has become one with it, and keeps the replacement number',
  reason     VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL,
  before_them VARCHAR(4000) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'JSON: what was moved, and how both were before; no CPR number',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL,
  CONSTRAINT person_merge_kept     FOREIGN KEY (kept)     REFERENCES person (id),
  CONSTRAINT person_merge_gone     FOREIGN KEY (gone)     REFERENCES person (id),
  CONSTRAINT person_merge_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'A replacement CPR number became a real one: two rows are one person (R-BRU-05)';

ALTER TABLE user_role
  ADD course   INT UNSIGNED NULL COMMENT 'for part-course leaders and course providers',
  ADD named    TINYINT(1)   NOT NULL DEFAULT 0 COMMENT 'reaches only the doctors that delegation names (R-ROL-07)',
  ADD given_as VARCHAR(20)  NULL COMMENT 'the role in which it was given',
  ADD made_at  DATETIME     NULL,
  ADD ended_by INT UNSIGNED NULL COMMENT 'who set until',
  ADD ended_at DATETIME     NULL,
  ADD CONSTRAINT user_role_course   FOREIGN KEY (course)   REFERENCES course_def (id),
  ADD CONSTRAINT user_role_ended_by FOREIGN KEY (ended_by) REFERENCES person (id);

CREATE TABLE delegation (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  held       INT UNSIGNED NOT NULL COMMENT 'the supervisor''s user_role, with named = 1',
  doctor     INT UNSIGNED NOT NULL,
  since      DATE         NOT NULL,
  until      DATE         NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last',
  given_by   INT UNSIGNED NOT NULL,
  given_as   VARCHAR(20)  NOT NULL,
  made_at    DATETIME     NOT NULL,
  ended_by   INT UNSIGNED NULL,
  ended_at   DATETIME     NULL,
  KEY (held, doctor),
  KEY (doctor),
  CONSTRAINT delegation_held     FOREIGN KEY (held)     REFERENCES user_role (id),
  CONSTRAINT delegation_doctor   FOREIGN KEY (doctor)   REFERENCES person (id),
  CONSTRAINT delegation_given_by FOREIGN KEY (given_by) REFERENCES person (id),
  CONSTRAINT delegation_ended_by FOREIGN KEY (ended_by) REFERENCES person (id),
  CHECK (since <= until)
) COMMENT 'Which doctors a supervisor may approve for, by whom, until when; ended, never deleted';
