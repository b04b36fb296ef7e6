-- Absence as it is registered, and what is looked up by doctor.

-- A rule for all regions has no region, and a key takes any number of those: the reference data
-- is put in again at each apply.
ALTER TABLE absence_rule
  ADD region_key INT UNSIGNED AS (COALESCE(region, 0)) PERSISTENT COMMENT 'the region, 0 for all',
  ADD UNIQUE KEY absence_rule_one (type, region_key, since);

ALTER TABLE absence
  ADD live TINYINT(1) AS (IF(cancelled IS NULL, 1, NULL)) PERSISTENT COMMENT '1 until it is taken out: the same twice is a double click',
  ADD UNIQUE KEY absence_once (element, type, since, until, live);
