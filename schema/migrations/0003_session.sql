-- Getting in: passwords, one-time codes, sessions, guesses, and forms kept over a session's end.

CREATE TABLE credential (
  person     INT UNSIGNED  NOT NULL PRIMARY KEY,
  password   VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'argon2id string (libsodium)',
  role       INT UNSIGNED  NULL COMMENT 'user_role last in use: what one comes back as',
  CONSTRAINT credential_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT credential_role   FOREIGN KEY (role)   REFERENCES user_role (id)
) COMMENT 'Local password, the fallback beside MitID';

CREATE TABLE session (
  id         INT UNSIGNED  NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token      BINARY(32)    NOT NULL UNIQUE COMMENT 'hash of the cookie; the cookie itself is stored nowhere',
  person     INT UNSIGNED  NOT NULL,
  held       INT UNSIGNED  NULL COMMENT 'user_role in use',
  stage      ENUM('CODE','FULL') NOT NULL COMMENT 'CODE: password given, one-time code still asked for',
  made       DATETIME      NOT NULL COMMENT 'UTC; the absolute limit counts from here',
  seen       DATETIME      NOT NULL COMMENT 'UTC, to the minute; the idle limit counts from here',
  ended      DATETIME      NULL,
  KEY (person),
  KEY (seen),
  CONSTRAINT session_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT session_held   FOREIGN KEY (held)   REFERENCES user_role (id)
) COMMENT 'Sessions by hash of their token';

CREATE TABLE login_code (
  id         INT UNSIGNED  NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session    INT UNSIGNED  NOT NULL,
  code       BINARY(32)    NOT NULL COMMENT 'keyed hash of code and session',
  made       DATETIME      NOT NULL,
  used       DATETIME      NULL COMMENT 'a code works once',
  tries      TINYINT UNSIGNED NOT NULL DEFAULT 0,
  KEY (session),
  CONSTRAINT login_code_session FOREIGN KEY (session) REFERENCES session (id) ON DELETE CASCADE
) COMMENT 'One-time codes: five minutes, one use, five tries';

CREATE TABLE login_guess (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME      NOT NULL,
  account    BINARY(32)    NOT NULL COMMENT 'keyed hash of the e-mail typed: also for accounts that do not exist',
  address    BINARY(32)    NOT NULL COMMENT 'keyed hash of the network address',
  KEY (account, at),
  KEY (address, at),
  KEY (at)
) COMMENT 'Wrong passwords and codes, for the brake (per account and per address)';

CREATE TABLE kept_form (
  token      BINARY(32)    NOT NULL PRIMARY KEY COMMENT 'hash of the token that the browser keeps',
  person     INT UNSIGNED  NOT NULL COMMENT 'the only one who can have it back',
  path       VARCHAR(500)  NOT NULL,
  kind       VARCHAR(200)  NOT NULL COMMENT 'its Content-Type',
  body       LONGBLOB      NOT NULL COMMENT 'sealed under the token',
  made       DATETIME      NOT NULL,
  KEY (made),
  CONSTRAINT kept_form_person FOREIGN KEY (person) REFERENCES person (id)
) COMMENT 'What was typed when the session ran out; given back once, within the hour';
