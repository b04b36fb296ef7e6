-- What fails is tried again after a while that grows, and given up, whichever process tries; and who
-- was made by a department with an address that nobody else knows waits for somebody who does.

ALTER TABLE import_run
  ADD tries    TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it has failed in this state',
  ADD next_try DATETIME NULL COMMENT 'not before; by the machine''s clock, also where a try-out''s day was moved';

CREATE TABLE trouble (
  name       VARCHAR(60)  NOT NULL PRIMARY KEY COMMENT 'of a job of the clock, or a feed',
  tries      INT UNSIGNED NOT NULL COMMENT 'how often it has failed, one time after the other',
  next_try   DATETIME     NOT NULL COMMENT 'not before; by the machine''s clock',
  since      DATETIME     NOT NULL COMMENT 'when it failed first; by the machine''s clock'
) COMMENT 'What the clock could not do, and tries again later; a row goes when it went well';

ALTER TABLE person
  ADD unconfirmed INT UNSIGNED NULL COMMENT 'the department or practice whose UAO or tutor made this person, with an address that nobody else has confirmed: no link, no password until its secretariat or an import does. NULL: confirmed',
  ADD KEY (unconfirmed),
  ADD CONSTRAINT person_unconfirmed FOREIGN KEY (unconfirmed) REFERENCES org_unit (id);

-- CHANGED: that one's e-mail address was changed, to the old one and the new.
ALTER TABLE mail
  MODIFY kind ENUM('ACCESS','FORGOT','NOTICES','CHANGED') NOT NULL;

-- Roles that end by their date alone are told of on the day.
ALTER TABLE user_role
  ADD KEY by_end (until);

-- The contact data that one person has changed in a day.
ALTER TABLE audit
  ADD KEY by_person_action (person, action, at);
