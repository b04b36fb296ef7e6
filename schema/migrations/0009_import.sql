-- Files in: where they come from, what each run did, and what waits for its day.

CREATE TABLE feed (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source     ENUM('EVALUER','BASISLAEGE','VIDEREUDDANNELSE','REGION','SST','SOR') NOT NULL,
  form       ENUM('PERSONER','AFTALER','KBU','KURSUSLEDERE','STEDER') NOT NULL COMMENT 'schema/seed/import/README.md',
  region     INT UNSIGNED NULL COMMENT 'training region; NULL: national',
  way        ENUM('MAPPE','HTTPS') NOT NULL,
  address    VARCHAR(500) NOT NULL COMMENT 'a folder of this machine, or https://…',
  active     TINYINT(1)   NOT NULL DEFAULT 1,
  etag       VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of the last answer: what has not changed is not fetched again',
  modified   VARCHAR(60)  NOT NULL DEFAULT '' COMMENT 'Last-Modified of the last answer',
  checked    DATETIME     NULL,
  said       VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'how the last look went, in Danish',
  changed_by INT UNSIGNED NULL,
  at         DATETIME     NULL,
  CONSTRAINT feed_region     FOREIGN KEY (region)     REFERENCES training_region (id),
  CONSTRAINT feed_changed_by FOREIGN KEY (changed_by) REFERENCES person (id),
  CHECK (way = 'MAPPE' OR address LIKE 'https://%')
) COMMENT 'Where files come from, per source and region';

CREATE TABLE import_run (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form       ENUM('PERSONER','AFTALER','KBU','KURSUSLEDERE','STEDER') NOT NULL,
  way        ENUM('FIL','MAPPE','HTTPS','DATO','BRUGER') NOT NULL COMMENT 'by hand, from a feed, because a day came, one person looked up',
  feed       INT UNSIGNED NULL,
  region     INT UNSIGNED NULL COMMENT 'the training region that it may touch; NULL: national',
  file_name  VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '',
  content    BINARY(32)   NULL COMMENT 'SHA-256 of the file: import_file',
  record     INT UNSIGNED NULL COMMENT 'BRUGER: the feed_record of the one person',
  state      ENUM('MODTAGET','LAEST','BESTILT','I_GANG','UDFOERT','AFVIST','FORTRUDT','TILBAGE_BESTILT','TAGET_TILBAGE') NOT NULL
             COMMENT 'sent; read, to be looked at; to be carried out; going on; done; refused whole; let go of; to be taken back; taken back. Pages write MODTAGET, BESTILT, FORTRUDT, TILBAGE_BESTILT; the clock the others',
  said       VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'why it was refused or could not be taken back',
  made_by    INT UNSIGNED NULL COMMENT 'NULL: the clock',
  as_role    VARCHAR(20)  NOT NULL DEFAULT '',
  at         DATETIME     NOT NULL,
  day        DATE         NOT NULL COMMENT 'the day for which it was carried out',
  ended      DATETIME     NULL,
  total      INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rows read',
  done       INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rows gone through so far: progress',
  fresh      INT UNSIGNED NOT NULL DEFAULT 0,
  changed    INT UNSIGNED NOT NULL DEFAULT 0,
  same       INT UNSIGNED NOT NULL DEFAULT 0,
  refused    INT UNSIGNED NOT NULL DEFAULT 0,
  waiting    INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'kept for their day',
  ordered_by INT UNSIGNED NULL COMMENT 'who looked at it and said that it shall be carried out',
  ordered    DATETIME     NULL,
  undone_by  INT UNSIGNED NULL,
  undone_at  DATETIME     NULL,
  KEY (state),
  KEY (at),
  KEY (region, at),
  CONSTRAINT import_run_feed      FOREIGN KEY (feed)      REFERENCES feed (id),
  CONSTRAINT import_run_region    FOREIGN KEY (region)    REFERENCES training_region (id),
  CONSTRAINT import_run_made_by   FOREIGN KEY (made_by)   REFERENCES person (id),
  CONSTRAINT import_run_ordered_by FOREIGN KEY (ordered_by) REFERENCES person (id),
  CONSTRAINT import_run_undone_by FOREIGN KEY (undone_by) REFERENCES person (id)
) COMMENT 'What ran when, with what result';

CREATE TABLE import_file (
  sha256     BINARY(32)   NOT NULL PRIMARY KEY,
  sealed     LONGBLOB     NOT NULL COMMENT 'the file under the seal key: it holds CPR numbers'
) COMMENT 'The files of runs, as they came';

CREATE TABLE import_line (
  run        INT UNSIGNED NOT NULL,
  n          INT UNSIGNED NOT NULL COMMENT 'order within the run',
  line       INT UNSIGNED NOT NULL COMMENT 'of the file; 0 where there is none',
  what       ENUM('NY','AENDRET','UAENDRET','AFVIST','VENTER') NOT NULL,
  label      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'whom or what it is about; never a CPR number',
  detail     TEXT COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'one change a line: what, old → new; or the reason',
  person     INT UNSIGNED NULL,
  PRIMARY KEY (run, n),
  KEY (run, what, n),
  CONSTRAINT import_line_run    FOREIGN KEY (run)    REFERENCES import_run (id),
  CONSTRAINT import_line_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Row by row, what a run found; unchanged rows are counted, not kept';

CREATE TABLE import_step (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  run        INT UNSIGNED NOT NULL,
  object     ENUM('person','training_course','course_curriculum','element','agreement','user_role','org_unit','course_def') NOT NULL,
  row_id     INT UNSIGNED NOT NULL COMMENT 'of the row; of course_curriculum the course',
  what       ENUM('ADDED','CHANGED') NOT NULL,
  before_it  VARCHAR(4000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'JSON: the columns that were changed, as they were; no CPR number',
  after_it   VARCHAR(4000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'JSON: the same columns, as they became',
  KEY (run),
  KEY (object, row_id),
  CONSTRAINT import_step_run FOREIGN KEY (run) REFERENCES import_run (id)
) COMMENT 'What a run wrote, for taking it back';

CREATE TABLE feed_record (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source     ENUM('EVALUER','BASISLAEGE','VIDEREUDDANNELSE','REGION') NOT NULL,
  source_id  VARCHAR(60)  NOT NULL COMMENT 'the person''s name there',
  region     INT UNSIGNED NULL,
  cpr_find   BINARY(32)   NOT NULL,
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  body       MEDIUMBLOB   NOT NULL COMMENT 'the person with posts as JSON, under the seal key',
  body_hash  BINARY(32)   NOT NULL COMMENT 'keyed hash of the JSON: the same again is seen at a glance',
  due        DATE         NOT NULL COMMENT 'the day on which it goes into the logbook (logbook/intake_rule.h)',
  state      ENUM('VENTER','TAGET','AFVIST') NOT NULL,
  said       VARCHAR(1000) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'why it was refused',
  person     INT UNSIGNED NULL COMMENT 'who it became',
  run        INT UNSIGNED NULL COMMENT 'the run that brought it last',
  first_seen DATETIME     NOT NULL,
  last_seen  DATETIME     NOT NULL,
  UNIQUE KEY (source, source_id),
  KEY (cpr_find),
  KEY (state, due),
  KEY (name),
  CONSTRAINT feed_record_region FOREIGN KEY (region) REFERENCES training_region (id),
  CONSTRAINT feed_record_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Everybody whom a feed has told of, as it last told; taken into the logbook when the day has come';

CREATE TABLE job (
  name       VARCHAR(60)  NOT NULL,
  day        DATE         NOT NULL,
  at         DATETIME     NOT NULL,
  PRIMARY KEY (name, day)
) COMMENT 'What the clock has done for which day: caught up once when it was missed (R-BRU-07)';

CREATE TABLE lease (
  name       VARCHAR(40)  NOT NULL PRIMARY KEY,
  holder     BINARY(16)   NOT NULL,
  until      DATETIME     NOT NULL
) COMMENT 'Who does what only one may do at a time; one that died lets go by time';
