-- Answers are read by UAO and tutor in company: from so many doctors at a time at least (setting
-- evaluation_read_least).  What is missing is reckoned once, when a half-year is closed: were it reckoned at
-- each look, an approval of an attestation would show whose answer became free.
CREATE TABLE evaluation_waiting (
  org_unit   INT UNSIGNED NOT NULL PRIMARY KEY,
  half       SMALLINT UNSIGNED NOT NULL COMMENT 'the half-year that was closed',
  doctors    INT UNSIGNED NOT NULL COMMENT 'whose answers became free and wait for those of others',
  least      INT UNSIGNED NOT NULL COMMENT 'how many were asked for at least, that day'
) COMMENT 'Places whose answers waited when the last half-year was closed; written anew with each';
