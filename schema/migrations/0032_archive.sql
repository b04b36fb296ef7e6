-- What was delivered to the public archives (R-ARK-02): each delivery, and each logbook in it.

CREATE TABLE archive_delivery (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME     NOT NULL,
  operator   VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'the Unix user who made it; no person of the logbook',
  region     INT UNSIGNED NULL COMMENT 'training region of the course that ended last; NULL: all of Denmark',
  ended_before DATE       NOT NULL COMMENT 'of doctors whose last day of training was before that day',
  logbooks   INT UNSIGNED NOT NULL COMMENT 'how many there are in it',
  sha256     BINARY(32)   NOT NULL UNIQUE COMMENT 'of its indeks.json, which holds the SHA-256 of each',
  CONSTRAINT archive_delivery_region FOREIGN KEY (region) REFERENCES training_region (id),
  CONSTRAINT archive_delivery_some CHECK (logbooks > 0),
  CONSTRAINT archive_delivery_over CHECK (ended_before <= DATE(at + INTERVAL 2 HOUR)),
  CONSTRAINT archive_delivery_who  CHECK (CHAR_LENGTH(operator) > 0)
) COMMENT 'Deliveries to the archives; nothing is deleted by one (R-ARK-01); only ever added to';

CREATE TABLE archive_logbook (
  delivery   INT UNSIGNED NOT NULL,
  number     INT UNSIGNED NOT NULL COMMENT '1, 2, 3 …: what its file is called, which says nothing of the doctor',
  doctor     INT UNSIGNED NOT NULL,
  size       BIGINT UNSIGNED NOT NULL COMMENT 'bytes of its ZIP',
  sha256     BINARY(32)   NOT NULL COMMENT 'of its ZIP',
  PRIMARY KEY (delivery, number),
  UNIQUE KEY (doctor, delivery),
  CONSTRAINT archive_logbook_delivery FOREIGN KEY (delivery) REFERENCES archive_delivery (id),
  CONSTRAINT archive_logbook_doctor   FOREIGN KEY (doctor)   REFERENCES person (id)
) COMMENT 'Whose logbook was in which delivery: the doctor reads it beside who has looked (R-GDP-05); only ever added to';
