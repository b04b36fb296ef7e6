-- What the long lists of the secretariat are read from, at the size of all Denmark.

CREATE TABLE course_first (
  course     INT UNSIGNED NOT NULL,
  doctor     INT UNSIGNED NOT NULL,
  stage      ENUM('KBU','INTRO','HU','EVAL') NOT NULL,
  specialty  INT UNSIGNED NULL,
  region     INT UNSIGNED NOT NULL,
  source     ENUM('HAND','BASISLAEGE','REGION','VIDEREUDDANNELSE') NOT NULL,
  since      DATE         NOT NULL COMMENT 'of the course',
  cancelled  TINYINT(1)   NOT NULL COMMENT 'the course is not to be',
  begins     DATE         NOT NULL COMMENT 'of its first element that is to be, or of the course where there is none',
  org_unit   INT UNSIGNED NULL COMMENT 'of that element',
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NULL COMMENT 'as that unit is called now',
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'of the doctor, now',
  gone       TINYINT(1)   NOT NULL COMMENT 'the doctor is no person of the logbook any more',
  PRIMARY KEY (since, course) COMMENT 'those that have not begun lie side by side',
  UNIQUE KEY (course),
  KEY (doctor),
  KEY (org_unit),
  CONSTRAINT course_first_course FOREIGN KEY (course) REFERENCES training_course (id)
) COMMENT 'Where each course of training begins, and whose it is: Planlagte læger put in order without a look at anything else. Kept by triggers (rules/lists.sql); nobody is granted a change of it';

INSERT INTO course_first (course, doctor, stage, specialty, region, source, since, cancelled, begins, org_unit, place, name, gone)
SELECT c.id, c.doctor, c.stage, c.specialty, c.region, c.source, c.since, c.cancelled IS NOT NULL,
       COALESCE(e.since, c.since), e.org_unit, u.place, p.name, p.gone IS NOT NULL
  FROM training_course c
  JOIN person p        ON p.id = c.doctor
  LEFT JOIN element e  ON e.id = (SELECT x.id
                                    FROM element x FORCE INDEX (element_first)
                                   WHERE x.course = c.id AND x.cancelled IS NULL
                                   ORDER BY x.since, x.id
                                   LIMIT 1)
  LEFT JOIN org_unit u ON u.id = e.org_unit;

-- What waits for a department, in the order it is answered.
ALTER TABLE approval_now
  ADD KEY org_unit_waiting (org_unit, status, at, approval),
  DROP KEY org_unit;

-- What a search among Brugere tries on everybody of a role, a specialty, a stage: all of it in the key.
ALTER TABLE training_course
  ADD KEY of_specialty (specialty, until, cancelled, region, stage, doctor),
  ADD KEY of_stage (stage, until, cancelled, region, specialty, doctor),
  DROP KEY stage;
ALTER TABLE user_role
  ADD KEY of_role (role, until, since, region, org_unit, specialty, person),
  DROP KEY role;
