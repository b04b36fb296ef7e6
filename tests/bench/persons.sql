-- SPDX-License-Identifier: MPL-2.0
--
-- All Denmark, part 2: people, what they are found by, roles, courses and elements.
-- Numbers of people: doctors 1 … @doctors, then approvers, 30 of the secretariats, 10 PKL.
-- Everybody's first role has the number of the person.

SET @approvers = @doctors * 8 DIV 5, @units = GREATEST(40, @doctors * 1200 DIV 25000);
SET @office = @doctors + @approvers, @all = @office + 40;
SET unique_checks = 0, foreign_key_checks = 0;

-- 61 given names, 61 families, both again in the middle for two in three: some 350,000 names.
INSERT INTO person (id, name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed)
SELECT b.id, CONCAT_WS(' ', g.given, IF(b.id % 3 = 0, NULL, m.family), f.family),
       CONCAT(LOWER(REPLACE(REPLACE(REPLACE(REPLACE(g.given, 'ø', 'oe'), 'å', 'aa'), 'Å', 'aa'), '-', '.')), '.', b.id,
              IF(b.id <= @doctors, '@laege.example.dk', '@hospital.example.dk')),
       CONCAT('+4520', LPAD(b.id, 6, '0')), IF(b.id <= @office, CONCAT('L', LPAD(b.id, 6, '0')), NULL),
       b.born, 'REAL', b.cpr_find, b.cpr_sealed
  FROM bench_person b
  JOIN bench_name g ON g.n = 1 + b.id % 61
  JOIN bench_name f ON f.n = 1 + CRC32(CONCAT('f', b.id)) % 61
  JOIN bench_name m ON m.n = 1 + CRC32(CONCAT('m', b.id)) % 61
 ORDER BY b.id;

-- As find_words() of cgi/logbook: every ending of two letters or more of each word, the
-- whole e-mail address, and what stands before its @.  In the order of the key.  (INSERT
-- IGNORE into an empty table with unique_checks = 0 stores nothing in MariaDB 10.11.)
INSERT INTO person_word (ending, person)
SELECT DISTINCT ending, id
  FROM (SELECT SUBSTRING(w.word, s.seq) AS ending, w.id
          FROM (SELECT id, SUBSTRING_INDEX(name, ' ', 1) AS word FROM person
                UNION ALL
                SELECT id, SUBSTRING_INDEX(SUBSTRING_INDEX(name, ' ', 2), ' ', -1) FROM person
                UNION ALL
                SELECT id, SUBSTRING_INDEX(name, ' ', -1) FROM person) w
          JOIN seq_1_to_40 s ON s.seq < CHAR_LENGTH(w.word)
        UNION ALL
        SELECT LEFT(email, 60) COLLATE utf8mb4_danish_ci, id FROM person
        UNION ALL
        SELECT SUBSTRING_INDEX(email, '@', 1) COLLATE utf8mb4_danish_ci, id FROM person) e
 ORDER BY ending, id;

-- Doctors.
INSERT INTO user_role (id, person, role, since)
SELECT id, id, 'UL', '2016-01-01' FROM person WHERE id <= @doctors;
-- Approvers, 33 or so in each department: slot 0 is its UAO, 1 to 4 are its HOVEDVEJLEDER.
INSERT INTO user_role (id, person, role, org_unit, since)
SELECT id, id,
       CASE (id - @doctors - 1) DIV @units WHEN 0 THEN 'UAO' WHEN 1 THEN 'HOVEDVEJLEDER' WHEN 2 THEN 'HOVEDVEJLEDER'
            WHEN 3 THEN 'HOVEDVEJLEDER' WHEN 4 THEN 'HOVEDVEJLEDER'
            ELSE IF(id % 50 = 0, 'TUTOR', 'VEJLEDER') END,
       51 + (id - @doctors - 1) % @units, '2016-01-01'
  FROM person WHERE id > @doctors AND id <= @office;
INSERT INTO user_role (id, person, role, region, specialty, since)
SELECT id, id, IF(id <= @office + 30, 'VUS', 'PKL'), 1 + id % 3, IF(id <= @office + 30, NULL, 1 + id % 39), '2016-01-01'
  FROM person WHERE id > @office;
-- Every tenth doctor is a supervisor too.
INSERT INTO user_role (id, person, role, org_unit, since)
SELECT @all + id, id, 'VEJLEDER', 51 + CRC32(CONCAT('v', id)) % @units, '2024-01-01'
  FROM person WHERE id <= @doctors AND id % 10 = 0;

-- Each doctor: KBU (course 2 × doctor - 1, a year in two elements), then the main training
-- (2 × doctor, five years in four to eight elements), begun some day of the last five years.
CREATE OR REPLACE TABLE bench_doctor (doctor INT UNSIGNED NOT NULL PRIMARY KEY, begun DATE NOT NULL, elements INT NOT NULL, region INT NOT NULL, done INT NOT NULL)
SELECT id AS doctor, CAST(@today AS DATE) - INTERVAL 30 + CRC32(CONCAT('b', id)) % 1760 DAY AS begun,
       4 + id % 5 AS elements, 1 + CRC32(CONCAT('r', id)) % 3 AS region, 0 AS done
  FROM person WHERE id <= @doctors;
-- How many of those elements are over today.
UPDATE bench_doctor SET done = TIMESTAMPDIFF(MONTH, begun, @today) * elements DIV 60;

INSERT INTO training_course (id, doctor, stage, specialty, region, number, since, until)
SELECT 2 * doctor - 1 + seq, doctor, IF(seq = 0, 'KBU', 'HU'), IF(seq = 0, NULL, 1 + doctor % 39), region,
       CONCAT(IF(seq = 0, 'KBU-', 'HU-'), doctor),
       IF(seq = 0, begun - INTERVAL 4 YEAR, begun), IF(seq = 0, begun - INTERVAL 3 YEAR, begun + INTERVAL 5 YEAR)
  FROM bench_doctor, seq_0_to_1
 ORDER BY doctor, seq;
INSERT INTO course_curriculum (course, curriculum, doctor)
SELECT c.id, l.id, c.doctor
  FROM training_course c
  JOIN curriculum l ON l.code = IF(c.stage = 'KBU', 'demo-kbu', 'demo-hoveduddannelse');

-- Element 10 × doctor + 0 and 1 of KBU, + 2 … of the main training.
INSERT INTO element (id, course, doctor, seq, org_unit, since, until, position_no)
SELECT 10 * doctor + seq, 2 * doctor - 1, doctor, 1 + seq, 51 + CRC32(CONCAT(doctor, 'k', seq)) % @units,
       begun - INTERVAL 48 - 6 * seq MONTH, begun - INTERVAL 42 - 6 * seq MONTH, CONCAT('K', doctor, seq)
  FROM bench_doctor, seq_0_to_1
UNION ALL
SELECT 10 * doctor + 2 + seq, 2 * doctor, doctor, 1 + seq, 51 + CRC32(CONCAT(doctor, 'e', seq)) % @units,
       begun + INTERVAL seq * 60 DIV elements MONTH, begun + INTERVAL (seq + 1) * 60 DIV elements MONTH, CONCAT('S', doctor, seq)
  FROM bench_doctor JOIN seq_0_to_7 ON seq < elements
 ORDER BY 1;

-- Every fifth doctor has two merits.  Number: 2 × doctor and one more.
INSERT INTO merit (id, doctor, note, region, once, given_by, by_name, as_role, place, at)
SELECT 2 * d.doctor + seq, d.doctor,
       CONCAT('Kompetencerne er opnået under ansættelse ved ', u.place, ', i perioden ', d.begun - INTERVAL 2 YEAR, ' til ', d.begun,
              ' og er vurderet efter vejledningen om merit. Der er lagt vægt på den fremsendte attestation, på vejlederens udtalelse og på, at ansættelsen var klassificeret.'),
       d.region, UNHEX(MD5(CONCAT('once', d.doctor, '.', seq))), p.id, p.name, 'VUS',
       t.name, d.begun + INTERVAL 10 DAY
  FROM bench_doctor d
  JOIN seq_0_to_1
  JOIN org_unit u ON u.id = 51 + CRC32(CONCAT(d.doctor, 'u')) % @units
  JOIN training_region t ON t.id = d.region
  -- of the thirty the one whose region it is: numbers of a region are three apart
  JOIN person p ON p.id = @office + 1 + (d.region + 2 - (@office + 1) % 3) % 3
 WHERE d.doctor % 5 = 0
 ORDER BY 1;
