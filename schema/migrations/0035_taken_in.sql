-- Journals of other installations that were taken in whole (R-ARK-04): where each came from, who acted in it, and
-- the links of the chain that held it there.

ALTER TABLE person
  MODIFY gone ENUM('MERGED','WITHDRAWN','ELSEWHERE') NULL COMMENT 'no person of the logbook: one with another row, an import taken back, or somebody who acted in a journal that came from elsewhere';

CREATE TABLE journal_taken (
  doctor     INT UNSIGNED NOT NULL PRIMARY KEY,
  sha256     BINARY(32)   NOT NULL UNIQUE COMMENT 'of the ZIP: the same one twice is no change',
  made       DATETIME     NOT NULL COMMENT 'when the ZIP was made, as its manifest says, UTC',
  links      INT UNSIGNED NOT NULL COMMENT 'of its chain',
  by_user    VARCHAR(100) NOT NULL COMMENT 'the Unix user who took it in',
  at         DATETIME     NOT NULL COMMENT 'UTC',
  ended      DATETIME     NULL COMMENT 'NULL within the transaction alone: until then its account may add to this logbook',
  CONSTRAINT journal_taken_doctor FOREIGN KEY (doctor) REFERENCES person (id)
) COMMENT 'Journals that were taken in; only ever added to';

CREATE TABLE journal_person (
  doctor     INT UNSIGNED NOT NULL,
  person     INT UNSIGNED NOT NULL,
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  auth_id    VARCHAR(10)  NULL,
  PRIMARY KEY (doctor, person),
  KEY (auth_id),
  CONSTRAINT journal_person_doctor FOREIGN KEY (doctor) REFERENCES person (id),
  CONSTRAINT journal_person_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Who acted in a journal that was taken in, as it names them; only ever added to';

CREATE TABLE chain_taken_in (
  doctor     INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL,
  hash       BINARY(32)   NOT NULL COMMENT 'of the link with this number where the journal came from, under the key there',
  PRIMARY KEY (doctor, n),
  CONSTRAINT chain_taken_in_doctor FOREIGN KEY (doctor) REFERENCES person (id)
) COMMENT 'The chain of a journal before it was linked anew here; only ever added to';
