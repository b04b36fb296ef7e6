-- Persons, what they may log in with, and the roles they hold.

CREATE TABLE person (
  id         INT UNSIGNED  NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(200)  COLLATE utf8mb4_danish_ci NOT NULL,
  email      VARCHAR(254)  COLLATE utf8mb4_general_ci NOT NULL UNIQUE COMMENT 'also what one logs in with',
  mobile     VARCHAR(20)   NOT NULL COMMENT 'E.164 without spaces; one-time codes go there',
  auth_id    VARCHAR(10)   NULL UNIQUE COMMENT 'authorisation id',
  born       DATE          NOT NULL COMMENT 'true birth date, also behind a replacement number (R-CPR-05)',
  cpr_kind   ENUM('REAL','REPLACEMENT') NOT NULL,
  cpr_find   BINARY(32)    NOT NULL UNIQUE COMMENT 'keyed hash of the ten digits: exact search without the number',
  cpr_sealed VARBINARY(64) NOT NULL COMMENT 'the ten digits under the seal key, which is not in the database',
  CHECK (CHAR_LENGTH(name) > 0),
  CHECK (CHAR_LENGTH(mobile) >= 8)
) COMMENT 'Everybody who uses the logbook; CPR number, e-mail and mobile are mandatory for all';

CREATE TABLE person_word (
  ending     VARCHAR(60)   COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'every ending, of two letters or more, of each word of the name and of the whole e-mail address',
  person     INT UNSIGNED  NOT NULL,
  PRIMARY KEY (ending, person),
  KEY (person),
  CONSTRAINT person_word_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'What a person is found by: what begins an ending is some part of the name, and is found by the index';

CREATE TABLE user_role (
  id         INT UNSIGNED  NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person     INT UNSIGNED  NOT NULL,
  role       ENUM('UL','VEJLEDER','HOVEDVEJLEDER','UAO','TUTOR','VUS','HKL','DKL','KURSUSUDBYDER',
                  'FORSKVEJLEDER','PROJEKTLEDER','PKL') NOT NULL,
  org_unit   INT UNSIGNED  NULL COMMENT 'department or practice, for the roles of a department',
  region     INT UNSIGNED  NULL COMMENT 'training region, for the secretariat and PKL',
  specialty  INT UNSIGNED  NULL COMMENT 'for course leaders and PKL',
  since      DATE          NOT NULL COMMENT 'first day',
  until      DATE          NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last',
  given_by   INT UNSIGNED  NULL COMMENT 'who gave it; NULL for what an import made',
  KEY (person),
  KEY (org_unit, role),
  CONSTRAINT user_role_person    FOREIGN KEY (person)    REFERENCES person (id),
  CONSTRAINT user_role_org_unit  FOREIGN KEY (org_unit)  REFERENCES org_unit (id),
  CONSTRAINT user_role_region    FOREIGN KEY (region)    REFERENCES training_region (id),
  CONSTRAINT user_role_specialty FOREIGN KEY (specialty) REFERENCES specialty (id),
  CONSTRAINT user_role_given_by  FOREIGN KEY (given_by)  REFERENCES person (id),
  CHECK (since < until),
  CHECK (role NOT IN ('VEJLEDER','HOVEDVEJLEDER','UAO','TUTOR') OR org_unit IS NOT NULL),
  CHECK (role NOT IN ('VUS') OR region IS NOT NULL)
) COMMENT 'Roles held: scope and dates; ended, never deleted';
