-- region_choices: the training regions of today
-- in:   today day
-- out:  id u32, name text
-- rows: many
-- open: places are public
SELECT t.id, t.name
  FROM training_region t
 WHERE :today >= t.since
   AND :today < t.until
 ORDER BY t.name;

-- specialty_choices: the specialties, those of history last
-- in:   today day
-- out:  like region_choices
-- rows: many
-- open: specialties are public
SELECT s.id, s.name
  FROM specialty s
 ORDER BY :today >= s.until, s.name;

-- people_places: the places whose name holds that, by their numbers with a comma between, "0" when there is none; and how many people there are, about
-- in:   who, name text
-- out:  units text, about u32?
-- rows: one
SELECT COALESCE((SELECT GROUP_CONCAT(u.id) FROM org_unit u WHERE u.place LIKE :name), '0'), (SELECT MAX(p.id) FROM person p)
  FROM user_role v
 WHERE v.id = :as
   AND v.person = :who;

-- people_rare: how many each of the things asked for leaves, counted no further than most, and everybody no further than people: the rarest leads the search (units: as people_places says them, "" for all)
-- in:   who, a text, b text, c text, d text, role text, units text, specialty u32, stage text, most u32, people u32
-- out:  a u32, b u32, c u32, d u32, role u32, unit u32, specialty u32, stage u32, everybody u32, about u32?
-- rows: one
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM person_word w WHERE :a <> '' AND w.ending LIKE :a LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM person_word w WHERE :b <> '' AND w.ending LIKE :b LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM person_word w WHERE :c <> '' AND w.ending LIKE :c LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM person_word w WHERE :d <> '' AND w.ending LIKE :d LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM user_role h WHERE h.role = :role LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1
                                FROM JSON_TABLE(CONCAT('[', :units, ']'), '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) u
                                STRAIGHT_JOIN element e ON e.org_unit = u.id
                               WHERE :today < e.until
                               LIMIT :most) x)
     + (SELECT COUNT(*) FROM (SELECT 1
                                FROM JSON_TABLE(CONCAT('[', :units, ']'), '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) u
                                STRAIGHT_JOIN user_role h ON h.org_unit = u.id
                               LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM user_role h WHERE :specialty <> 0 AND h.specialty = :specialty LIMIT :most) x)
     + (SELECT COUNT(*) FROM (SELECT 1 FROM training_course c WHERE :specialty <> 0 AND c.specialty = :specialty LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM training_course c WHERE c.stage = :stage AND :today < c.until LIMIT :most) x),
       (SELECT COUNT(*) FROM (SELECT 1 FROM person p LIMIT :people) x),
       (SELECT MAX(p.id) FROM person p)
  FROM user_role v
 WHERE v.id = :as
   AND v.person = :who;

-- people_found: a page of those that fit, led by the rarest thing asked for: what by says, 1 word a, 2 role, 3 place, 4 specialty, 5 stage, 6 everybody; what leads has been asked whole, but for the place where that does not lead
-- in:   who, by u32, a text, b text, c text, d text, role text, region u32, units text, specialty u32, stage text, planned bool, sort text, skip u32, page u32
-- out:  person u32, name text, email text, mobile text, auth_id text?, born day, replacement bool, planned bool, begins day?, roles text?, own bool, found u32
-- rows: many
SELECT p.id, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, ''), p.auth_id, p.born, p.cpr_kind = 'REPLACEMENT',
       p.shown_from > :today,
       COALESCE((SELECT MIN(e.since)
                   FROM element e
                  WHERE e.doctor = p.id AND e.cancelled IS NULL AND :today < e.until),
                (SELECT MIN(h.since)
                   FROM user_role h
                  WHERE h.person = p.id AND :today >= h.since AND :today < h.until)),
       (SELECT GROUP_CONCAT(h.role, '\t', COALESCE(CASE h.role
                 WHEN 'UL' THEN (SELECT eu.place
                                   FROM element e
                                   JOIN org_unit eu ON eu.id = e.org_unit
                                  WHERE e.doctor = p.id AND e.cancelled IS NULL
                                    AND :today >= e.since AND :today < e.until
                                  LIMIT 1)
                 ELSE CONCAT_WS(', ', u.place, s.name, k.name, t.name) END, '')
               ORDER BY h.since, h.id SEPARATOR '\n')
          FROM user_role h
          LEFT JOIN org_unit u        ON u.id = h.org_unit
          LEFT JOIN specialty s       ON s.id = h.specialty
          LEFT JOIN course_def k      ON k.id = h.course
          LEFT JOIN training_region t ON t.id = h.region
         WHERE h.person = p.id AND :today >= h.since AND :today < h.until),
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = p.id
                  AND :today >= r.since AND :today < r.until),
       g.found
  FROM (SELECT f.id, f.name, f.begins, f.place, COUNT(*) OVER () AS found
          FROM (SELECT n.id, n.name,
                       IF(:sort <> 'fra', NULL,
                          COALESCE((SELECT MIN(e.since)
                                      FROM element e
                                     WHERE e.doctor = n.id AND e.cancelled IS NULL AND :today < e.until),
                                   (SELECT MIN(h.since)
                                      FROM user_role h
                                     WHERE h.person = n.id AND :today >= h.since AND :today < h.until))) AS begins,
                       IF(:sort <> 'rolle', '',
                          (SELECT MIN(CONCAT(LPAD(h.role + 0, 2, '0'), COALESCE(u.place, '')))
                             FROM user_role h
                             LEFT JOIN org_unit u ON u.id = h.org_unit
                            WHERE h.person = n.id AND :today >= h.since AND :today < h.until)) AS place
                  FROM (SELECT w.person
                          FROM person_word w
                         WHERE :by = 1 AND w.ending LIKE :a
                           AND (:b = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = w.person AND x.ending LIKE :b LIMIT 1) = 1)
                           AND (:c = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = w.person AND x.ending LIKE :c LIMIT 1) = 1)
                           AND (:d = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = w.person AND x.ending LIKE :d LIMIT 1) = 1)
                         UNION
                        SELECT h.person
                          FROM user_role h
                          LEFT JOIN org_unit u ON u.id = h.org_unit
                         WHERE :by = 2 AND :stage = '' AND h.role = :role AND :today >= h.since AND :today < h.until
                           AND (:region = 0 OR h.region = :region OR u.region = :region)
                           AND (:specialty = 0 OR h.specialty = :specialty)
                         UNION
                        SELECT c.doctor
                          FROM training_course c
                         WHERE :by = 2 AND :role = 'UL' AND :today < c.until AND c.cancelled IS NULL
                           AND (:region = 0 OR c.region = :region)
                           AND (:specialty = 0 OR c.specialty = :specialty)
                           AND (:stage = '' OR c.stage = :stage)
                         UNION
                        SELECT h.person
                          FROM JSON_TABLE(CONCAT('[', :units, ']'), '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) j
                          JOIN org_unit u ON u.id = j.id
                          STRAIGHT_JOIN user_role h ON h.org_unit = u.id
                         WHERE :by = 3 AND :stage = '' AND :today >= h.since AND :today < h.until
                           AND (:role = '' OR h.role = :role)
                           AND (:region = 0 OR h.region = :region OR u.region = :region)
                           AND (:specialty = 0 OR h.specialty = :specialty)
                         UNION
                        SELECT e.doctor
                          FROM JSON_TABLE(CONCAT('[', :units, ']'), '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) u
                          STRAIGHT_JOIN element e ON e.org_unit = u.id
                          STRAIGHT_JOIN training_course c FORCE INDEX (PRIMARY)
                                               ON c.id = e.course AND c.doctor = e.doctor
                         WHERE :by = 3 AND :role IN ('', 'UL') AND e.cancelled IS NULL AND :today < e.until
                           AND c.cancelled IS NULL AND :today < c.until
                           AND (:region = 0 OR c.region = :region)
                           AND (:specialty = 0 OR c.specialty = :specialty)
                           AND (:stage = '' OR c.stage = :stage)
                         UNION
                        SELECT h.person
                          FROM user_role h
                          LEFT JOIN org_unit u ON u.id = h.org_unit
                         WHERE :by = 4 AND :stage = '' AND h.specialty = :specialty AND :today >= h.since AND :today < h.until
                           AND (:role = '' OR h.role = :role)
                           AND (:region = 0 OR h.region = :region OR u.region = :region)
                         UNION
                        SELECT c.doctor
                          FROM training_course c
                         WHERE :by = 4 AND :role IN ('', 'UL') AND c.specialty = :specialty AND :today < c.until
                           AND c.cancelled IS NULL
                           AND (:region = 0 OR c.region = :region)
                           AND (:stage = '' OR c.stage = :stage)
                         UNION
                        SELECT c.doctor
                          FROM training_course c
                         WHERE :by = 5 AND :role IN ('', 'UL') AND c.stage = :stage AND :today < c.until AND c.cancelled IS NULL
                           AND (:region = 0 OR c.region = :region)
                           AND (:specialty = 0 OR c.specialty = :specialty)
                         UNION
                        SELECT q.id FROM person q WHERE :by = 6) i
                  STRAIGHT_JOIN person n ON n.id = i.person
                 WHERE n.gone IS NULL
                   AND (:planned OR n.shown_from <= :today)
                   AND (:a = '' OR :by = 1 OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :a LIMIT 1) = 1)
                   AND (:b = '' OR :by = 1 OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :b LIMIT 1) = 1)
                   AND (:c = '' OR :by = 1 OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :c LIMIT 1) = 1)
                   AND (:d = '' OR :by = 1 OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :d LIMIT 1) = 1)
                   AND (:by = 3 OR (:by IN (2, 4, 5) AND :units = '')
                        OR (:role = '' AND :region = 0 AND :units = '' AND :specialty = 0 AND :stage = '')
                        OR (:role IN ('', 'UL')
                            AND (SELECT 1
                                   FROM training_course c
                                  WHERE c.doctor = n.id AND c.cancelled IS NULL AND :today < c.until
                                    AND (:region = 0 OR c.region = :region)
                                    AND (:specialty = 0 OR c.specialty = :specialty)
                                    AND (:stage = '' OR c.stage = :stage)
                                    AND (:units = ''
                                         OR EXISTS (SELECT 1
                                                      FROM element e
                                                     WHERE e.course = c.id AND e.cancelled IS NULL
                                                       AND :today < e.until AND FIND_IN_SET(e.org_unit, :units)))
                                  LIMIT 1) = 1)
                        OR (:stage = ''
                            AND (SELECT 1
                                   FROM user_role h
                                   LEFT JOIN org_unit u ON u.id = h.org_unit
                                  WHERE h.person = n.id AND :today >= h.since AND :today < h.until
                                    AND (:role = '' OR h.role = :role)
                                    AND (:region = 0 OR h.region = :region OR u.region = :region)
                                    AND (:specialty = 0 OR h.specialty = :specialty)
                                    AND (:units = '' OR FIND_IN_SET(h.org_unit, :units))
                                  LIMIT 1) = 1))) f
         ORDER BY CASE :sort WHEN 'rolle' THEN COALESCE(f.place, 'zz') WHEN 'fra' THEN COALESCE(f.begins, '9999-12-31') ELSE '' END,
                  f.name, f.id
         LIMIT :skip, :page) g
  JOIN person p ON p.id = g.id
 WHERE EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
 ORDER BY CASE :sort WHEN 'rolle' THEN COALESCE(g.place, 'zz') WHEN 'fra' THEN COALESCE(g.begins, '9999-12-31') ELSE '' END,
          p.name, p.id;

-- people_walked: the same where much fits whatever leads: through all in the order of their names, until the page is full
-- in:   who, a text, b text, c text, d text, role text, region u32, units text, specialty u32, stage text, planned bool, skip u32, page u32
-- out:  like people_found
-- rows: many
SELECT p.id, p.name, COALESCE(p.email, ''), COALESCE(p.mobile, ''), p.auth_id, p.born, p.cpr_kind = 'REPLACEMENT',
       p.shown_from > :today,
       COALESCE((SELECT MIN(e.since)
                   FROM element e
                  WHERE e.doctor = p.id AND e.cancelled IS NULL AND :today < e.until),
                (SELECT MIN(h.since)
                   FROM user_role h
                  WHERE h.person = p.id AND :today >= h.since AND :today < h.until)),
       (SELECT GROUP_CONCAT(h.role, '\t', COALESCE(CASE h.role
                 WHEN 'UL' THEN (SELECT eu.place
                                   FROM element e
                                   JOIN org_unit eu ON eu.id = e.org_unit
                                  WHERE e.doctor = p.id AND e.cancelled IS NULL
                                    AND :today >= e.since AND :today < e.until
                                  LIMIT 1)
                 ELSE CONCAT_WS(', ', u.place, s.name, k.name, t.name) END, '')
               ORDER BY h.since, h.id SEPARATOR '\n')
          FROM user_role h
          LEFT JOIN org_unit u        ON u.id = h.org_unit
          LEFT JOIN specialty s       ON s.id = h.specialty
          LEFT JOIN course_def k      ON k.id = h.course
          LEFT JOIN training_region t ON t.id = h.region
         WHERE h.person = p.id AND :today >= h.since AND :today < h.until),
       EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = p.id
                  AND :today >= r.since AND :today < r.until),
       g.rows_found
  FROM (SELECT n.id, n.name, 1 AS rows_found
          FROM person n FORCE INDEX (in_order)
         WHERE n.gone IS NULL
           AND (:planned OR n.shown_from <= :today)
           AND (:a = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :a LIMIT 1) = 1)
           AND (:b = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :b LIMIT 1) = 1)
           AND (:c = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :c LIMIT 1) = 1)
           AND (:d = '' OR (SELECT 1 FROM person_word x FORCE INDEX (person) WHERE x.person = n.id AND x.ending LIKE :d LIMIT 1) = 1)
           AND ((:role = '' AND :region = 0 AND :units = '' AND :specialty = 0 AND :stage = '')
                OR (:role IN ('', 'UL')
                    AND (SELECT 1
                           FROM training_course c
                          WHERE c.doctor = n.id AND c.cancelled IS NULL AND :today < c.until
                            AND (:region = 0 OR c.region = :region)
                            AND (:specialty = 0 OR c.specialty = :specialty)
                            AND (:stage = '' OR c.stage = :stage)
                            AND (:units = ''
                                 OR EXISTS (SELECT 1
                                              FROM element e
                                             WHERE e.course = c.id AND e.cancelled IS NULL
                                               AND :today < e.until AND FIND_IN_SET(e.org_unit, :units)))
                          LIMIT 1) = 1)
                OR (:stage = ''
                    AND (SELECT 1
                           FROM user_role h
                           LEFT JOIN org_unit u ON u.id = h.org_unit
                          WHERE h.person = n.id AND :today >= h.since AND :today < h.until
                            AND (:role = '' OR h.role = :role)
                            AND (:region = 0 OR h.region = :region OR u.region = :region)
                            AND (:specialty = 0 OR h.specialty = :specialty)
                            AND (:units = '' OR FIND_IN_SET(h.org_unit, :units))
                          LIMIT 1) = 1))
         ORDER BY n.name, n.id
         LIMIT :skip, :page) g
  JOIN person p ON p.id = g.id
 WHERE EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
 ORDER BY p.name, p.id;

-- planned_doctors: courses of training that are registered and have not begun, of all regions or one
-- in:   who, region u32, stage text, specialty u32, source text, sort text, skip u32, page u32
-- out:  doctor u32, name text, begins day, place text?, stage text, specialty text?, source text, region text, number text, access text, access_due day?, found u32
-- rows: many
SELECT p.id, p.name, g.begins, g.place, c.stage, s.name, c.source, t.name, c.number,
       CASE WHEN p.email IS NULL OR p.mobile IS NULL THEN 'HELD'
            WHEN EXISTS (SELECT 1 FROM credential a WHERE a.person = p.id) THEN 'HAS'
            WHEN p.access_due IS NOT NULL THEN 'DUE'
            ELSE 'NONE' END,
       p.access_due,
       (SELECT COUNT(*)
          FROM course_first f
         WHERE f.since > :today
           AND NOT f.cancelled
           AND NOT f.gone
           AND (:region = 0 OR f.region = :region)
           AND (:stage = '' OR f.stage = :stage)
           AND (:specialty = 0 OR f.specialty = :specialty)
           AND (:source = '' OR f.source = :source))
  FROM (SELECT f.course, f.name, f.begins, f.place
          FROM course_first f
         WHERE f.since > :today
           AND NOT f.cancelled
           AND NOT f.gone
           AND (:region = 0 OR f.region = :region)
           AND (:stage = '' OR f.stage = :stage)
           AND (:specialty = 0 OR f.specialty = :specialty)
           AND (:source = '' OR f.source = :source)
         ORDER BY CASE :sort WHEN 'navn' THEN f.name WHEN 'sted' THEN COALESCE(f.place, '') ELSE '' END,
                  f.begins, f.name, f.course
         LIMIT :skip, :page) g
  JOIN training_course c ON c.id = g.course
  JOIN person p          ON p.id = c.doctor
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
 ORDER BY CASE :sort WHEN 'navn' THEN g.name WHEN 'sted' THEN COALESCE(g.place, '') ELSE '' END,
          g.begins, g.name, g.course;

-- planned_named: the same of those whose names or addresses hold these parts, each tried on whoever is planned, once
-- in:   who, region u32, stage text, specialty u32, source text, a text, b text, c text, sort text, skip u32, page u32
-- out:  like planned_doctors
-- rows: many
SELECT p.id, p.name, g.begins, g.place, c.stage, s.name, c.source, t.name, c.number,
       CASE WHEN p.email IS NULL OR p.mobile IS NULL THEN 'HELD'
            WHEN EXISTS (SELECT 1 FROM credential a WHERE a.person = p.id) THEN 'HAS'
            WHEN p.access_due IS NOT NULL THEN 'DUE'
            ELSE 'NONE' END,
       p.access_due,
       g.found
  FROM (SELECT f.course, f.name, f.begins, f.place, COUNT(*) OVER () AS found
          FROM course_first f
         WHERE f.since > :today
           AND NOT f.cancelled
           AND NOT f.gone
           AND (:region = 0 OR f.region = :region)
           AND (:stage = '' OR f.stage = :stage)
           AND (:specialty = 0 OR f.specialty = :specialty)
           AND (:source = '' OR f.source = :source)
           AND EXISTS (SELECT 1 FROM person_word w FORCE INDEX (person) WHERE w.person = f.doctor AND w.ending LIKE :a)
           AND (:b = '' OR (SELECT 1 FROM person_word w FORCE INDEX (person) WHERE w.person = f.doctor AND w.ending LIKE :b LIMIT 1) = 1)
           AND (:c = '' OR (SELECT 1 FROM person_word w FORCE INDEX (person) WHERE w.person = f.doctor AND w.ending LIKE :c LIMIT 1) = 1)
         ORDER BY CASE :sort WHEN 'navn' THEN f.name WHEN 'sted' THEN COALESCE(f.place, '') ELSE '' END,
                  f.begins, f.name, f.course
         LIMIT :skip, :page) g
  JOIN training_course c ON c.id = g.course
  JOIN person p          ON p.id = c.doctor
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE EXISTS (SELECT 1
                 FROM user_role v
                WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= v.since AND :today < v.until)
 ORDER BY CASE :sort WHEN 'navn' THEN g.name WHEN 'sted' THEN COALESCE(g.place, '') ELSE '' END,
          g.begins, g.name, g.course;

-- own_region: the training region of the role in use, for what is shown first
-- in:   who
-- out:  region u32?
-- rows: one
SELECT h.region
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who;
