-- Reference data with dates: political regions, specialties, places; and the site's settings.

CREATE TABLE region (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(20)  NOT NULL UNIQUE COMMENT 'HOVEDSTADEN, SJAELLAND, …',
  name       VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL,
  training_region INT UNSIGNED NOT NULL COMMENT 'Videreuddannelsesregion',
  since      DATE         NOT NULL DEFAULT '1900-01-01',
  until      DATE         NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last: regions merge',
  KEY (training_region),
  CONSTRAINT region_training_region FOREIGN KEY (training_region) REFERENCES training_region (id),
  CHECK (since < until)
) COMMENT 'Political regions, with dates (domain 18.2)';

ALTER TABLE training_region
  ADD guidance TEXT COLLATE utf8mb4_danish_ci NOT NULL DEFAULT '' COMMENT 'the region''s own guidance on importing users (R-BRU-01)',
  ADD since    DATE NOT NULL DEFAULT '1900-01-01',
  ADD until    DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last';

ALTER TABLE specialty
  ADD since           DATE NOT NULL DEFAULT '1900-01-01',
  ADD until           DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last on which it was a specialty: kept for history',
  ADD electronic_from DATE NULL COMMENT 'since when its doctors have the logbook; NULL: not yet, or not known';

ALTER TABLE org_unit
  MODIFY kind ENUM('SYGEHUS','AFDELING','AFSNIT','PRAKSIS','SPECIALLAEGEPRAKSIS','ANDEN','PLADSHOLDER') NOT NULL COMMENT 'PLADSHOLDER: a practice not yet named (R-DM-04)',
  ADD since DATE NOT NULL DEFAULT '1900-01-01',
  ADD until DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'the day after the last';

CREATE TABLE course_def (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(80)  NOT NULL UNIQUE COMMENT 'our own short code',
  name       VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  kind       ENUM('GENERAL','SPECIALTY','CROSS_SPECIALTY','RESEARCH') NOT NULL,
  specialty  INT UNSIGNED NULL,
  CONSTRAINT course_def_specialty FOREIGN KEY (specialty) REFERENCES specialty (id)
) COMMENT 'Courses that somebody leads or provides: what a role of that scope is tied to';

CREATE TABLE setting (
  name       VARCHAR(40)  NOT NULL PRIMARY KEY,
  value      VARCHAR(500) COLLATE utf8mb4_danish_ci NOT NULL,
  changed_by INT UNSIGNED NULL,
  at         DATETIME     NULL,
  CONSTRAINT setting_changed_by FOREIGN KEY (changed_by) REFERENCES person (id)
) COMMENT 'Settings of the site that somebody without a shell may change; logbook/setting.h names them';
