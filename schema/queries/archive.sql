-- archive_region: the training region of that name or code
-- in:   name text
-- out:  id u32, name text
-- rows: one
-- open: the command that delivers acts for the site, not for a person in a role
SELECT t.id, t.name
  FROM training_region t
 WHERE t.code = :name OR t.name = :name;

-- archive_regions: what they are called
-- out:  name text
-- rows: many
-- open: the command that delivers acts for the site, not for a person in a role
SELECT t.name
  FROM training_region t
 ORDER BY t.name;

-- archive_doctors: whose training ended before that day, in one region or (0) in all; as whom and when they reach themselves
-- in:   day day, region u32, before day
-- out:  doctor u32, name text, held u32?, on_day day?
-- rows: many
-- open: the command that delivers acts for the site, not for a person in a role
SELECT a.doctor, p.name, h.id, LEAST(:day, h.until - INTERVAL 1 DAY)
  FROM archive_doctor a
  JOIN person p         ON p.id = a.doctor
  LEFT JOIN user_role h ON h.id = (SELECT k.id
                                     FROM user_role k
                                    WHERE k.person = a.doctor AND k.role = 'UL' AND k.since <= :day AND k.since < k.until
                                    ORDER BY k.until DESC, k.id DESC
                                    LIMIT 1)
 WHERE a.until <= :before
   AND (:region = 0 OR a.region = :region)
 ORDER BY a.doctor;

-- archive_put: a delivery was made
-- in:   at moment, operator text, region u32, before day, logbooks u32, sha256 blob
-- rows: none
-- open: the command that delivers acts for the site, not for a person in a role
INSERT INTO archive_delivery (at, operator, region, ended_before, logbooks, sha256)
VALUES (:at, :operator, NULLIF(:region, 0), :before, :logbooks, :sha256);

-- archive_logbook_put: and this logbook was in it
-- in:   delivery u32, number u32, doctor u32, size i64, sha256 blob
-- rows: none
-- open: the command that delivers acts for the site, not for a person in a role
INSERT INTO archive_logbook (delivery, number, doctor, size, sha256)
VALUES (:delivery, :number, :doctor, :size, :sha256);

-- archive_of_index: the delivery whose indeks.json has that SHA-256
-- in:   sha256 blob
-- out:  id u32
-- rows: one
-- open: the command that delivers acts for the site, not for a person in a role
SELECT d.id
  FROM archive_delivery d
 WHERE d.sha256 = :sha256;
