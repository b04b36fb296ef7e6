-- Places and reference data: where training is done, and in what.

CREATE TABLE training_region (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code      VARCHAR(10)  NOT NULL UNIQUE COMMENT 'OEST, SYD, NORD',
  name      VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'Videreuddannelsesregion, as written in Danish'
) COMMENT 'Training regions (R: domain 18.2), each with a secretariat';

CREATE TABLE specialty (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code      VARCHAR(40)  NOT NULL UNIQUE COMMENT 'our own short code, no official number',
  name      VARCHAR(100) COLLATE utf8mb4_danish_ci NOT NULL
) COMMENT 'Specialties (domain 18.1)';

CREATE TABLE org_unit (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code      VARCHAR(20)  NOT NULL UNIQUE COMMENT 'SHAK code, or our own for a practice',
  kind      ENUM('SYGEHUS','AFDELING','AFSNIT','PRAKSIS','SPECIALLAEGEPRAKSIS','ANDEN') NOT NULL,
  name      VARCHAR(200) COLLATE utf8mb4_danish_ci NOT NULL,
  place     VARCHAR(300) COLLATE utf8mb4_danish_ci NOT NULL COMMENT 'name with its hospital, as printed',
  parent    INT UNSIGNED NULL COMMENT 'the unit it is part of',
  region    INT UNSIGNED NOT NULL COMMENT 'training region',
  CONSTRAINT org_unit_parent FOREIGN KEY (parent) REFERENCES org_unit (id),
  CONSTRAINT org_unit_region FOREIGN KEY (region) REFERENCES training_region (id)
) COMMENT 'Hospitals, departments, sections, practices';
