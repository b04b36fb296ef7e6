-- Logins that are on their way to the provider of MitID and back.

CREATE TABLE mitid_login (
  state      BINARY(32)    NOT NULL PRIMARY KEY COMMENT 'hash of the word that goes along and must come back',
  browser    BINARY(32)    NOT NULL COMMENT 'hash of the cookie of the browser that was sent there: it alone may come back',
  sealed     VARBINARY(300) NOT NULL COMMENT 'nonce and PKCE verifier, under that cookie, which is stored nowhere',
  til        VARCHAR(200)  NOT NULL DEFAULT '' COMMENT 'where the person was on the way to',
  made       DATETIME      NOT NULL,
  used       DATETIME      NULL COMMENT 'an answer is taken once',
  KEY (made)
) COMMENT 'A login by MitID between question and answer; cleared away within the day';
