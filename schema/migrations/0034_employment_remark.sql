-- The remarks of an element in the overview of medical employment come from the logbook (leave, what the post
-- is), until the doctor says them otherwise.

CREATE TABLE employment_remark (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  doctor    INT UNSIGNED NOT NULL,
  element   INT UNSIGNED NOT NULL,
  remarks   VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'instead of what the logbook says; may be empty',
  once      BINARY(16)   NOT NULL UNIQUE COMMENT 'of the form: a double click adds one',
  at        DATETIME     NOT NULL,
  cancelled DATETIME     NULL COMMENT 'said anew, or left to the logbook again; the row stays',
  KEY (doctor, element),
  CONSTRAINT employment_remark_doctor  FOREIGN KEY (doctor)  REFERENCES person (id),
  CONSTRAINT employment_remark_element FOREIGN KEY (element) REFERENCES element (id)
) COMMENT 'What a doctor says of an element in the overview of medical employment; added and taken out, never changed';
