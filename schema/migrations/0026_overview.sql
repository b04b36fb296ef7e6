-- The figures of the secretariat's overview, counted by the clock once a day: no page counts approvals.

CREATE TABLE doctor_overview (
  element    INT UNSIGNED NOT NULL PRIMARY KEY,
  doctor     INT UNSIGNED NOT NULL,
  region     INT UNSIGNED NOT NULL COMMENT 'training region of the course',
  specialty  INT UNSIGNED NULL COMMENT 'of the course; KBU has none',
  stage      VARCHAR(10)  NOT NULL COMMENT 'of the course',
  org_unit   INT UNSIGNED NOT NULL,
  here       TINYINT(1)   NOT NULL COMMENT 'the element is the present one, and not one that ended in the last three months',
  goals      INT UNSIGNED NOT NULL COMMENT 'competencies of the course''s lists',
  approved   INT UNSIGNED NOT NULL COMMENT 'of these',
  waiting    INT UNSIGNED NOT NULL COMMENT 'requests that wait in the department',
  weight     INT UNSIGNED NOT NULL COMMENT 'how pressing it is, 0 for nothing (trouble_rule)',
  words      VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'what is to be seen to, a line each, of that day; nothing of what a logbook says',
  made       DATETIME     NOT NULL,
  KEY pressing (region, weight, element),
  KEY counted (region, stage, specialty, org_unit, here, weight, waiting, doctor),
  CONSTRAINT doctor_overview_element FOREIGN KEY (element) REFERENCES element (id)
) COMMENT 'One row for each element of today or of the last three months; made anew every night';
