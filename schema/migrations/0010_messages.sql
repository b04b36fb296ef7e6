-- What people are told: an inbox in the system, mails, messages, and links that let in.

CREATE TABLE notice (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person     INT UNSIGNED NOT NULL COMMENT 'who is told',
  kind       VARCHAR(30)  NOT NULL COMMENT 'logbook/notice.h',
  about      INT UNSIGNED NULL COMMENT 'the person it is about, where there is one',
  place      VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'a department, a role, a count: no competency, no CPR number',
  link       VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'a path of ours',
  made       DATETIME     NOT NULL,
  seen       DATETIME     NULL,
  mailed     DATETIME     NULL COMMENT 'when it went into a mail, or did not need to any more',
  KEY (person, id),
  KEY (mailed, person),
  CONSTRAINT notice_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT notice_about  FOREIGN KEY (about)  REFERENCES person (id)
) COMMENT 'The inbox (domain 17)';

CREATE TABLE mail (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person     INT UNSIGNED NOT NULL,
  address    VARCHAR(254) NOT NULL COMMENT 'as it was when the mail was made',
  kind       ENUM('ACCESS','FORGOT','NOTICES') NOT NULL,
  subject    VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  sealed     BLOB         NULL COMMENT 'the text under the key "mail", for it may hold a link that lets in; NULL when it is over',
  made       DATETIME     NOT NULL,
  state      ENUM('WAITING','SENDING','SENT','FAILED','UNSURE','DROPPED') NOT NULL DEFAULT 'WAITING',
  tries      TINYINT UNSIGNED NOT NULL DEFAULT 0,
  next_try   DATETIME     NOT NULL,
  said       VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what the server said last',
  sent       DATETIME     NULL,
  KEY (state, next_try),
  KEY (person, kind, made),
  CONSTRAINT mail_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Mails out: written in the transaction of what caused them, sent by the clock';

CREATE TABLE text_message (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person     INT UNSIGNED NOT NULL,
  mobile     VARCHAR(20)  NOT NULL,
  sealed     BLOB         NULL COMMENT 'the text under the key "mail"; NULL when it is over',
  made       DATETIME     NOT NULL,
  expires    DATETIME     NOT NULL COMMENT 'a code that came later would be of no use',
  state      ENUM('WAITING','SENDING','SENT','FAILED','UNSURE','DROPPED') NOT NULL DEFAULT 'WAITING',
  tries      TINYINT UNSIGNED NOT NULL DEFAULT 0,
  next_try   DATETIME     NOT NULL,
  said       VARCHAR(300) NOT NULL DEFAULT '',
  sent       DATETIME     NULL,
  KEY (state, next_try),
  CONSTRAINT text_message_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Messages to mobiles: one-time codes';

CREATE TABLE access_link (
  token      BINARY(32)   NOT NULL PRIMARY KEY COMMENT 'hash of the token; the token itself is in the mail alone',
  person     INT UNSIGNED NOT NULL,
  purpose    ENUM('ACCESS','FORGOT') NOT NULL,
  made       DATETIME     NOT NULL,
  expires    DATETIME     NOT NULL,
  used       DATETIME     NULL COMMENT 'works once; also set when a newer link or a reset takes its place',
  KEY (person),
  KEY (expires),
  CONSTRAINT access_link_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'Links by which somebody chooses a password';

ALTER TABLE session
  ADD assurance ENUM('LOCAL','SUBSTANTIAL','HIGH') NOT NULL DEFAULT 'LOCAL' COMMENT 'how surely it is this person: local login, or NSIS betydelig, høj by MitID';
