-- Who says until when a secretariat keeps its access to a doctor who goes on in another region (R-NUL-08).

CREATE TABLE handover (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  course     INT UNSIGNED NOT NULL COMMENT 'the course of training in the region that gives the doctor up',
  until      DATE         NOT NULL COMMENT 'no access from that day on; 9999-12-31 for good',
  given_by   INT UNSIGNED NOT NULL,
  by_name    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  as_role    VARCHAR(20)  NOT NULL,
  at         DATETIME     NOT NULL COMMENT 'UTC',
  KEY (course),
  CONSTRAINT handover_course   FOREIGN KEY (course)   REFERENCES training_course (id),
  CONSTRAINT handover_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) COMMENT 'What training_course.office_until was set to, by whom; only ever added to';
