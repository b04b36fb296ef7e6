-- places_found: a page of the places whose name or code holds what was typed; typed nothing, those that are part of no other (size: of a hospital its departments, for counting the doctors of all hospitals reads the history of all their departments; of others the doctors there today)
-- in:   who, own bool, words text, code text, skip u32, page u32
-- out:  place u32, name text, kind text, code text, region text, until day, leaders text?, size u32, found u32
-- rows: many
SELECT g.id, g.place, g.kind, g.code, t.name, g.until,
       (SELECT GROUP_CONCAT(DISTINCT p.name ORDER BY p.name SEPARATOR ', ')
          FROM user_role h
          JOIN person p ON p.id = h.person AND p.gone IS NULL
         WHERE h.org_unit = g.id AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until),
       CASE g.kind
       WHEN 'SYGEHUS' THEN (SELECT COUNT(*) FROM org_unit d WHERE d.parent = g.id AND :today >= d.since AND :today < d.until)
       WHEN 'AFSNIT' THEN  (SELECT COUNT(DISTINCT e.doctor)
                              FROM element e
                             WHERE e.section = g.id AND e.cancelled IS NULL
                               AND :today >= e.since AND :today < e.until)
       ELSE                (SELECT COUNT(DISTINCT e.doctor)
                              FROM element e
                             WHERE e.org_unit = g.id AND e.cancelled IS NULL
                               AND :today >= e.since AND :today < e.until) END,
       g.found
  FROM (SELECT u.id, u.place, u.kind, u.code, u.region, u.until, COUNT(*) OVER () AS found
          FROM user_role v
          JOIN org_unit u ON (NOT :own OR u.region = v.region)
         WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
           AND :today >= v.since AND :today < v.until
           AND ((:words = '' AND u.parent IS NULL)
                OR (:words <> '' AND (u.place LIKE :words OR u.code LIKE :code)))
         ORDER BY u.place, u.id
         LIMIT :skip, :page) g
  JOIN training_region t ON t.id = g.region
 ORDER BY g.place, g.id;

-- regions_now: the political regions of each training region, today and later
-- in:   who
-- out:  training_region text, region text, since day, until day, now bool
-- rows: many
SELECT t.name, r.name, r.since, r.until, :today >= r.since
  FROM user_role v
  JOIN training_region t ON :today < t.until
  JOIN region r          ON r.training_region = t.id AND :today < r.until
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until
 ORDER BY t.name, r.since, r.name;

-- place_one: a place, what it is part of, and whether it is of the own region
-- in:   who, place u32
-- out:  place u32, name text, code text, kind text, region text, since day, until day, above u32?, above_name text?, own bool
-- rows: one
SELECT u.id, u.place, u.code, u.kind, t.name, u.since, u.until, a.id, a.place,
       v.role = 'VUS' AND v.region = u.region
  FROM user_role v
  JOIN org_unit u        ON u.id = :place
  JOIN training_region t ON t.id = u.region
  LEFT JOIN org_unit a   ON a.id = u.parent
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until;

-- place_parts: what a place is made of: the departments of a hospital, the sections of a department
-- in:   who, place u32
-- out:  direct bool, place u32, name text, kind text, code text, until day, leaders text?, doctors u32
-- rows: many
SELECT u.parent <=> :place, u.id, u.name, u.kind, u.code, u.until,
       (SELECT GROUP_CONCAT(DISTINCT p.name ORDER BY p.name SEPARATOR ', ')
          FROM user_role h
          JOIN person p ON p.id = h.person AND p.gone IS NULL
         WHERE h.org_unit = u.id AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until),
       IF(u.kind = 'AFSNIT',
          (SELECT COUNT(DISTINCT e.doctor)
             FROM element e
            WHERE e.section = u.id AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until),
          (SELECT COUNT(DISTINCT e.doctor)
             FROM element e
            WHERE e.org_unit = u.id AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until))
  FROM user_role v
  JOIN (SELECT d.id
          FROM org_unit d
         WHERE d.parent = :place
         UNION
        SELECT f.id
          FROM org_unit d
          JOIN org_unit f ON f.parent = d.id
         WHERE d.parent = :place) i
  JOIN org_unit u      ON u.id = i.id
  LEFT JOIN org_unit a ON a.id = u.parent
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until
 ORDER BY IF(u.parent = :place, u.name, a.name), IF(u.parent = :place, u.id, a.id), u.parent = :place DESC, u.name, u.id;

-- place_leaders: who is responsible for training at a place today
-- in:   who, place u32
-- out:  person u32, name text, role text, since day
-- rows: many
SELECT p.id, p.name, h.role, h.since
  FROM user_role v
  JOIN user_role h ON h.org_unit = :place AND h.role IN ('UAO', 'TUTOR')
                  AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until
 ORDER BY h.role, p.name, p.id;

-- place_numbers: how many doctors are at a place today, how many are to come, and how many supervise
-- in:   who, place u32
-- out:  here i64, coming i64, supervisors u32
-- rows: one
SELECT (SELECT COUNT(DISTINCT e.doctor)
          FROM org_unit d
          JOIN element e ON e.org_unit = d.id AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until
         WHERE d.id = :place OR d.parent = :place)
       + (SELECT COUNT(DISTINCT e.doctor)
            FROM element e
           WHERE e.section = :place AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until),
       (SELECT COUNT(DISTINCT e.doctor)
          FROM org_unit d
          JOIN element e ON e.org_unit = d.id AND e.cancelled IS NULL AND :today < e.since
         WHERE d.id = :place OR d.parent = :place)
       + (SELECT COUNT(DISTINCT e.doctor)
            FROM element e
           WHERE e.section = :place AND e.cancelled IS NULL AND :today < e.since),
       (SELECT COUNT(DISTINCT h.person)
          FROM user_role h
         WHERE h.org_unit = :place AND h.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
           AND :today >= h.since AND :today < h.until)
  FROM user_role v
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until;

-- place_add: a practice, or one that has no name yet, in the own region
-- in:   who, code text, kind text, name text, place text
-- rows: none
INSERT INTO org_unit (code, kind, name, place, region)
SELECT :code, :kind, :name, :place, v.region
  FROM user_role v
 WHERE v.id = :as AND v.person = :who AND v.role = 'VUS'
   AND :today >= v.since AND :today < v.until
   AND :kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS', 'PLADSHOLDER');

-- place_end: a practice of the own region is none any more from that day; nobody is to be there then
-- in:   who, place u32, until day
-- rows: none
UPDATE org_unit u
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role = 'VUS' AND v.region = u.region
                  AND :today >= v.since AND :today < v.until
   SET u.until = :until
 WHERE u.id = :place
   AND u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS', 'PLADSHOLDER')
   AND :until > u.since
   AND NOT EXISTS (SELECT 1
                     FROM element e
                    WHERE e.org_unit = u.id AND e.cancelled IS NULL AND e.until > :until);

-- placeholder_elements: who is to be at a practice of the own region that has no name yet
-- in:   who, place u32
-- out:  element u32, doctor u32, name text, since day, until day
-- rows: many
SELECT e.id, p.id, p.name, e.since, e.until
  FROM user_role v
  JOIN org_unit u ON u.id = :place AND u.kind = 'PLADSHOLDER' AND u.region = v.region
  JOIN element e  ON e.org_unit = u.id AND e.cancelled IS NULL
  JOIN person p   ON p.id = e.doctor AND p.gone IS NULL
 WHERE v.id = :as AND v.person = :who AND v.role = 'VUS'
   AND :today >= v.since AND :today < v.until
 ORDER BY e.since, p.name, e.id;

-- practices_named: the practices of the own region that are open today or later
-- in:   who
-- out:  place u32, name text, code text
-- rows: many
SELECT u.id, u.place, u.code
  FROM user_role v
  JOIN org_unit u ON u.region = v.region AND u.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
                 AND :today < u.until
 WHERE v.id = :as AND v.person = :who AND v.role = 'VUS'
   AND :today >= v.since AND :today < v.until
 ORDER BY u.place, u.id;

-- element_place_note: how an element was before it goes from a practice without a name to that one (R-DM-04)
-- in:   who, element u32, practice u32
-- rows: none
INSERT INTO element_change (element, doctor, what, before_org_unit, before_since, before_until, before_fraction,
                            after_org_unit, after_since, after_until, after_fraction, at)
SELECT e.id, e.doctor, 'CHANGED', e.org_unit, e.since, e.until, e.fraction,
       p.id, e.since, e.until, e.fraction, :now
  FROM user_role v
  JOIN element e  ON e.id = :element AND e.cancelled IS NULL
  JOIN org_unit u ON u.id = e.org_unit AND u.kind = 'PLADSHOLDER' AND u.region = v.region
  JOIN org_unit p ON p.id = :practice AND p.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS') AND p.region = v.region
                 AND e.since >= p.since AND e.until <= p.until
 WHERE v.id = :as AND v.person = :who AND v.role = 'VUS'
   AND :today >= v.since AND :today < v.until;

-- element_place_set: it goes there
-- in:   who, element u32, practice u32
-- rows: none
UPDATE element e
  JOIN org_unit u  ON u.id = e.org_unit AND u.kind = 'PLADSHOLDER'
  JOIN org_unit p  ON p.id = :practice AND p.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS') AND p.region = u.region
                  AND e.since >= p.since AND e.until <= p.until
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role = 'VUS' AND v.region = u.region
                  AND :today >= v.since AND :today < v.until
   SET e.org_unit = p.id
 WHERE e.id = :element
   AND e.cancelled IS NULL;

-- settings_kept: the settings that somebody has changed, by whom
-- in:   who
-- out:  name text, value text, by_name text?, at moment?
-- rows: many
SELECT s.name, s.value, p.name, s.at
  FROM user_role v
  JOIN setting s
  LEFT JOIN person p ON p.id = s.changed_by
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until;

-- setting_keep: a setting of the site that was changed before; "" is the default again
-- in:   who, name text, value text
-- rows: none
UPDATE setting s
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
                  AND :today >= v.since AND :today < v.until
   SET s.value = :value, s.changed_by = v.person, s.at = :now
 WHERE s.name = :name;

-- setting_add: a setting of the site that is changed for the first time; taken when somebody was faster
-- in:   who, name text, value text
-- rows: none
INSERT INTO setting (name, value, changed_by, at)
SELECT :name, :value, v.person, :now
  FROM user_role v
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until;

-- specialty_electronic_set: since when the doctors of a specialty have the logbook; NULL: not yet
-- in:   who, specialty u32, electronic_from day?
-- rows: none
UPDATE specialty s
  JOIN user_role v ON v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
                  AND :today >= v.since AND :today < v.until
   SET s.electronic_from = :electronic_from
 WHERE s.id = :specialty;

-- course_leaders: who leads courses today or later, and where the role came from
-- in:   who
-- out:  role text, person u32, name text, specialty u32?, course text?, since day, until day, now bool, given_by text?, run u32?
-- rows: many
SELECT h.role, p.id, p.name, COALESCE(h.specialty, d.specialty), d.name, h.since, h.until,
       :today >= h.since, g.name,
       (SELECT MIN(x.run)
          FROM import_step x
         WHERE x.object = 'user_role' AND x.row_id = h.id AND x.what = 'ADDED')
  FROM user_role v
  JOIN user_role h       ON h.role IN ('HKL', 'DKL') AND :today < h.until AND h.since < h.until
  JOIN person p          ON p.id = h.person AND p.gone IS NULL
  LEFT JOIN course_def d ON d.id = h.course
  LEFT JOIN person g     ON g.id = h.given_by
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until
 ORDER BY h.role, p.name, p.id, h.id;

-- courses_led: the courses that somebody may lead, with who does today
-- in:   who
-- out:  course u32, code text, name text, kind text, specialty u32?, leaders text?
-- rows: many
SELECT d.id, d.code, d.name, d.kind, d.specialty,
       (SELECT GROUP_CONCAT(DISTINCT p.name ORDER BY p.name SEPARATOR ', ')
          FROM user_role h
          JOIN person p ON p.id = h.person AND p.gone IS NULL
         WHERE h.course = d.id AND h.role IN ('DKL', 'KURSUSUDBYDER')
           AND :today >= h.since AND :today < h.until)
  FROM user_role v
  JOIN course_def d ON d.kind <> 'SERIES' AND :today < d.until
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until
 ORDER BY d.name, d.id;

-- part_course_add: a part course of a specialty
-- in:   who, code text, name text, specialty u32
-- rows: none
INSERT INTO course_def (code, name, kind, specialty)
SELECT :code, :name, 'SPECIALTY', s.id
  FROM user_role v
  JOIN specialty s ON s.id = :specialty AND :today < s.until
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until;

-- specialty_code: our short code of a specialty
-- in:   who, specialty u32
-- out:  code text, name text, electronic_from day?
-- rows: one
SELECT s.code, s.name, s.electronic_from
  FROM user_role v
  JOIN specialty s ON s.id = :specialty
 WHERE v.id = :as AND v.person = :who AND v.role = 'PROJEKTLEDER'
   AND :today >= v.since AND :today < v.until;

-- lists_used: every published curriculum, and how many doctors are on it today
-- in:   who
-- out:  list u32, title text, stage text, specialty text, version text, basis text, cutoff day, goals u32, demo bool, doctors u32, ever u32
-- rows: many
SELECT l.id, l.title, l.stage, l.specialty, l.version, l.cutoff_basis, l.cutoff_date, l.goals, l.demo,
       COALESCE(n.doctors, 0), COALESCE(n.ever, 0)
  FROM user_role v
  JOIN curriculum l
  LEFT JOIN (SELECT k.curriculum,
                    COUNT(DISTINCT CASE WHEN k.left_on IS NULL AND c.cancelled IS NULL
                                         AND :today >= c.since AND :today < c.until THEN k.doctor END) AS doctors,
                    COUNT(DISTINCT k.doctor) AS ever
               FROM course_curriculum k
               JOIN training_course c ON c.id = k.course
              GROUP BY k.curriculum) n ON n.curriculum = l.id
 WHERE v.id = :as AND v.person = :who AND v.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= v.since AND :today < v.until
 ORDER BY l.stage, l.specialty, l.cutoff_date DESC, l.id;
