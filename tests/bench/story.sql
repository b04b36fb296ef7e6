-- SPDX-License-Identifier: MPL-2.0
--
-- All Denmark, part 4: what a logbook holds beside its competencies.  Of each element that is over both
-- attestations (every twentieth only asked for) and three talks with minutes; of each that has begun a main
-- supervisor, a plan, a first talk and two spells of absence; the courses and the research training that
-- the doctor should have come to by now; three files, four notes.  Cards are not made.

SET @approvers = @doctors * 8 DIV 5, @units = GREATEST(40, @doctors * 1200 DIV 25000);
SET @office = @doctors + @approvers, @day = CAST(@today AS DATE);
SET unique_checks = 0, foreign_key_checks = 0;

-- Elements that have begun, with who leads there: slot 0 of a department is its UAO, slot 1 a main supervisor.
CREATE OR REPLACE TABLE bench_element (
  element INT UNSIGNED NOT NULL PRIMARY KEY, doctor INT UNSIGNED NOT NULL, org_unit INT UNSIGNED NOT NULL,
  since DATE NOT NULL, until DATE NOT NULL, is_over TINYINT NOT NULL, leader INT UNSIGNED NOT NULL, main INT UNSIGNED NOT NULL)
SELECT e.id AS element, e.doctor, e.org_unit, e.since, e.until, e.until <= @day AS is_over,
       @doctors + 1 + e.org_unit - 51 AS leader, @doctors + 1 + e.org_unit - 51 + @units AS main
  FROM element e
 WHERE e.since < @day
   AND e.id <= 10 * @doctors + 9
 ORDER BY e.id;

-- --- courses: an overall approval and six courses of each specialty, provided by somebody ------------------------

INSERT INTO course_def (code, name, kind, specialty, stage, required, hours, position)
SELECT CONCAT('speciale-', s.seq, '-', n.seq),
       IF(n.seq = 0, CONCAT('Samlet godkendelse, Speciale ', s.seq), CONCAT('Kursus ', n.seq, ' i Speciale ', s.seq)),
       IF(n.seq = 0, 'SERIES', 'SPECIALTY'), s.seq, 'HU', 1, 24, 10 * n.seq
  FROM seq_1_to_39 s
  JOIN seq_0_to_6 n;

INSERT INTO course_record (doctor, course, step, status, kind, absent, held_on, given_by, by_name, as_role, place, at)
SELECT c.doctor, k.id, 1, 'APPROVED', 'ORDINARY', 0, c.held_on, p.id, p.name, 'KURSUSUDBYDER', k.name, c.held_on + INTERVAL 14 HOUR
  FROM (SELECT t.doctor, t.stage, t.specialty, n.seq,
               t.since + INTERVAL 20 + (n.seq + 1) * IF(t.stage = 'KBU', 40, 170) + CRC32(CONCAT(t.doctor, 'c', n.seq)) % 40 DAY AS held_on
          FROM training_course t
          JOIN seq_0_to_9 n ON n.seq < IF(t.stage = 'KBU', 3, 10)
         WHERE t.id <= 2 * @doctors) c
  JOIN (SELECT d.id, d.name, d.stage, d.specialty, ROW_NUMBER() OVER (PARTITION BY d.stage, d.specialty ORDER BY d.position, d.id) - 1 AS nth
          FROM course_def d
         WHERE d.kind IN ('GENERAL', 'SPECIALTY') AND d.required AND d.stage IN ('KBU', 'HU')) k
    ON k.stage = c.stage AND k.specialty <=> IF(c.stage = 'KBU' OR c.seq < 4, NULL, c.specialty) AND k.nth = IF(c.stage = 'KBU' OR c.seq < 4, c.seq, c.seq - 4)
  JOIN person p ON p.id = @doctors + 1 + CRC32(CONCAT(c.doctor, 'u', k.id)) % @approvers
 WHERE c.held_on < @day
 ORDER BY c.doctor, k.id;
INSERT INTO course_record_now (doctor, course, record, step, status, kind)
SELECT doctor, course, id, step, status, kind FROM course_record ORDER BY doctor, course;

-- --- attestations ------------------------------------------------------------------------------------------------

CREATE OR REPLACE TABLE bench_goals (element INT UNSIGNED NOT NULL PRIMARY KEY, goals MEDIUMTEXT CHARACTER SET ascii NOT NULL)
SELECT n.element, GROUP_CONCAT(n.approval ORDER BY n.approval) AS goals
  FROM approval_now n
 WHERE n.element IS NOT NULL AND n.status = 'APPROVED'
 GROUP BY n.element;

INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, doctor_name, auth_id, stage, specialty, course_number,
                         position_no, unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds,
                         goals, statement, given_by, by_name, as_role, place, at)
SELECT b.doctor, b.element, IF(k.seq = 1, 'TIME', 'GOALS'), n.seq, IF(n.seq = 1, 'REQUESTED', 'APPROVED'), 'ORDINARY', b.org_unit,
       IF(n.seq = 1, NULL, d.name), IF(n.seq = 1, NULL, d.auth_id), IF(n.seq = 1, NULL, c.stage), IF(n.seq = 1, NULL, s.name),
       IF(n.seq = 1, NULL, c.number), IF(n.seq = 1, NULL, e.position_no), IF(n.seq = 1, NULL, u.place), IF(n.seq = 1, NULL, u.code),
       IF(n.seq = 1, NULL, b.since), IF(n.seq = 1, NULL, b.until), IF(n.seq = 1, NULL, 100),
       IF(n.seq = 2 AND k.seq = 1, 5, NULL), IF(n.seq = 2 AND k.seq = 1, 18, NULL), IF(n.seq = 2 AND k.seq = 1, 'Sygdom: 5 dage', NULL),
       IF(n.seq = 2 AND k.seq = 2, COALESCE(g.goals, ''), NULL),
       IF(n.seq = 1, NULL, IF(k.seq = 1, 'Det attesteres, at lægen har været ansat og har gjort tjeneste i hele perioden, og at fraværet ikke overstiger det tilladte.',
                                         'Det attesteres, at de kompetencer, der hører til ansættelsen, er opnået og godkendt.')),
       p.id, p.name, IF(n.seq = 1, 'UL', 'UAO'), u.place, b.until - INTERVAL 20 - 5 * n.seq DAY + INTERVAL 30000 + k.seq SECOND
  FROM bench_element b
  JOIN seq_1_to_2 k
  JOIN seq_1_to_2 n
  JOIN element e         ON e.id = b.element
  JOIN training_course c ON c.id = e.course
  JOIN person d          ON d.id = b.doctor
  JOIN org_unit u        ON u.id = b.org_unit
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN bench_goals g ON g.element = b.element
  JOIN person p          ON p.id = IF(n.seq = 1, b.doctor, b.leader)
 WHERE b.is_over
   AND (n.seq = 1 OR CRC32(CONCAT('t', b.element)) % 20 > 0)
 ORDER BY b.element, k.seq, n.seq;
INSERT INTO attestation_now (doctor, element, kind, attestation, step, status, basis, org_unit, by_name, as_role, place, at)
SELECT a.doctor, a.element, a.kind, a.id, a.step, a.status, a.basis, a.org_unit, a.by_name, a.as_role, a.place, a.at
  FROM attestation a
  LEFT JOIN attestation l ON l.doctor = a.doctor AND l.element = a.element AND l.kind = a.kind AND l.step = a.step + 1
 WHERE l.id IS NULL
 ORDER BY a.doctor, a.element, a.kind;

-- --- absence: a week of illness, two days with a child ------------------------------------------------------------

INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
SELECT b.doctor, b.element, n.seq, b.since + INTERVAL 20 * n.seq DAY, b.since + INTERVAL 20 * n.seq + IF(n.seq = 1, 5, 1) DAY,
       b.doctor, p.name, 'UL', b.since + INTERVAL 20 * n.seq + 6 DAY
  FROM bench_element b
  JOIN seq_1_to_2 n
  JOIN person p ON p.id = b.doctor
 WHERE b.since + INTERVAL 50 DAY < LEAST(b.until, @day)
 ORDER BY b.element, n.seq;

-- --- research training: all parts but the last two after two years and a half ---------------------------------------

INSERT INTO research (doctor, part, step, status, kind, asked, held_on, given_by, by_name, as_role, place, at)
SELECT t.doctor, r.id, n.seq, IF(n.seq = 1, 'REQUESTED', 'APPROVED'), 'ORDINARY', IF(n.seq = 1, x.id, NULL), IF(n.seq = 1, t.since + INTERVAL 800 DAY, NULL),
       IF(n.seq = 1, t.doctor, x.id), IF(n.seq = 1, d.name, x.name), IF(n.seq = 1, 'UL', 'FORSKVEJLEDER'), '', t.since + INTERVAL 800 + n.seq DAY
  FROM training_course t
  JOIN research_list l ON l.training_region = t.region
  JOIN research_part r ON r.research_list = l.id AND r.kind NOT IN ('PRESENTATION', 'OVERALL')
  JOIN seq_1_to_2 n
  JOIN person d ON d.id = t.doctor
  JOIN person x ON x.id = @doctors + 1 + CRC32(CONCAT(t.doctor, 'x')) % @approvers
 WHERE t.stage = 'HU' AND t.id <= 2 * @doctors AND t.since + INTERVAL 900 DAY < @day
 ORDER BY t.doctor, r.id, n.seq;
INSERT INTO research_now (doctor, part, research, step, status, kind, asked, by_name, as_role, place, at)
SELECT doctor, part, id, step, status, kind, asked, by_name, as_role, place, at FROM research WHERE step = 2 ORDER BY doctor, part;

-- --- supervisors, plans, talks -----------------------------------------------------------------------------------

INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
SELECT b.doctor, b.element, b.main, 'HOVEDVEJLEDER', b.since, b.leader, p.name, 'UAO', b.since
  FROM bench_element b
  JOIN person p ON p.id = b.leader
 ORDER BY b.element;

INSERT INTO plan (doctor, element, step, status, answers, goals, means, agreements, once, given_by, by_name, as_role, place, at)
SELECT b.doctor, b.element, n.seq, IF(n.seq = 1, 'SENT', 'APPROVED'), IF(n.seq = 1, NULL, 1),
       IF(n.seq = 1, 'De kompetencer, der hører til ansættelsen, fordelt på de første måneder; særligt ambulatoriet.', NULL),
       IF(n.seq = 1, 'Mesterlære, supervision i ambulatoriet, to korte oplæg.', NULL), IF(n.seq = 1, 'Fast vejledning hver anden torsdag.', NULL),
       IF(n.seq = 1, UNHEX(MD5(CONCAT('plan', b.element))), NULL), p.id, p.name, IF(n.seq = 1, 'UL', 'HOVEDVEJLEDER'), u.place,
       b.since + INTERVAL 9 + n.seq DAY
  FROM bench_element b
  JOIN seq_1_to_2 n
  JOIN org_unit u ON u.id = b.org_unit
  JOIN person p   ON p.id = IF(n.seq = 1, b.doctor, b.main)
 WHERE b.since + INTERVAL 14 DAY < @day
 ORDER BY b.element, n.seq;
UPDATE plan a JOIN plan s ON s.doctor = a.doctor AND s.element = a.element AND s.step = 1 SET a.answers = s.id WHERE a.step = 2;
INSERT INTO plan_now (doctor, element, plan, step, status, sent, sent_at, approved, at)
SELECT a.doctor, a.element, a.id, a.step, a.status, s.id, s.at, s.id, a.at
  FROM plan a
  JOIN plan s ON s.id = a.answers
 ORDER BY a.doctor, a.element;

INSERT INTO talk (id, doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
SELECT 10 * b.element + n.seq, b.doctor, b.element, ELT(n.seq, 'INTRO', 'ADJUST', 'FINAL'),
       CASE n.seq WHEN 1 THEN b.since + INTERVAL 10 DAY WHEN 2 THEN b.since + INTERVAL 90 DAY ELSE b.until - INTERVAL 14 DAY END,
       UNHEX(MD5(CONCAT('talk', b.element, '.', n.seq))), b.main, p.name, 'HOVEDVEJLEDER', b.since + INTERVAL 1 DAY
  FROM bench_element b
  JOIN seq_1_to_3 n
  JOIN person p ON p.id = b.main
 WHERE b.is_over OR n.seq = 1
 ORDER BY b.element, n.seq;
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, answers, held_on, words, once, given_by, by_name, as_role, place, at)
SELECT t.id, t.doctor, t.element, n.seq, IF(n.seq = 1, 'DRAFT', 'AGREED'), IF(n.seq = 1, 'DOCTOR', 'SUPERVISOR'), IF(n.seq = 1, NULL, 1), t.planned_on,
       IF(n.seq = 1, 'Vi har gennemgået planen og de kompetencer, der mangler. Det går godt; ambulatoriet fylder mere fra næste måned.', NULL),
       IF(n.seq = 1, UNHEX(MD5(CONCAT('minutes', t.id))), NULL), p.id, p.name, IF(n.seq = 1, 'UL', 'HOVEDVEJLEDER'), u.place, t.planned_on + INTERVAL 12 + n.seq HOUR
  FROM talk t
  JOIN seq_1_to_2 n
  JOIN bench_element b ON b.element = t.element
  JOIN org_unit u      ON u.id = b.org_unit
  JOIN person p        ON p.id = IF(n.seq = 1, t.doctor, b.main)
 WHERE t.planned_on < @day
 ORDER BY t.id, n.seq;
UPDATE talk_minutes a JOIN talk_minutes s ON s.talk = a.talk AND s.step = 1 SET a.answers = s.id WHERE a.step = 2;
INSERT INTO talk_now (talk, doctor, element, kind, status, planned_on, minutes, side, held_on)
SELECT t.id, t.doctor, t.element, t.kind, COALESCE(m.status, 'PLANNED'), t.planned_on, m.id, m.side, m.held_on
  FROM talk t
  LEFT JOIN talk_minutes m ON m.talk = t.id AND m.step = 2
 ORDER BY t.id;

-- --- files and notes -----------------------------------------------------------------------------------------------

INSERT INTO file_content (sha256, bytes) VALUES (UNHEX(SHA2('%PDF-1.4 bench', 256)), '%PDF-1.4 bench');
INSERT INTO file (id, doctor, kind, type, pages, size, name, content, given_by, at)
SELECT 3 * d.doctor + n.seq, d.doctor, ELT(1 + n.seq, 'AGREEMENT', 'SUPPLEMENT', 'OTHER'), 'application/pdf', 2, 14, 'bilag.pdf',
       UNHEX(SHA2('%PDF-1.4 bench', 256)), d.doctor, d.begun + INTERVAL n.seq DAY
  FROM bench_doctor d
  JOIN seq_0_to_2 n
 ORDER BY d.doctor, n.seq;
INSERT INTO file_check (doctor, file, step, status, sha256, title, once, given_by, by_name, as_role, at)
SELECT f.doctor, f.id, 1, 'UPLOADED', f.content, ELT(1 + f.id % 3, 'Uddannelsesaftale', 'Tillægsaftale', 'Kvittering'), UNHEX(MD5(CONCAT('file', f.id))), f.doctor, p.name, 'UL', f.at
  FROM file f
  JOIN person p ON p.id = f.doctor
 ORDER BY f.id;
INSERT INTO file_now (file, doctor, kind, file_check, step, status, title, words, by_name, as_role, place, at)
SELECT k.file, k.doctor, f.kind, k.id, k.step, k.status, k.title, k.words, k.by_name, k.as_role, k.place, k.at
  FROM file_check k
  JOIN file f ON f.id = k.file
 ORDER BY k.file;

INSERT INTO note (id, doctor, kind, region, given_by, once, at)
SELECT 4 * d.doctor + n.seq, d.doctor, IF(n.seq = 3, 'VUS', 'OWN'), IF(n.seq = 3, d.region, NULL),
       IF(n.seq = 3, @office + 1 + (d.region + 2 - (@office + 1) % 3) % 3, d.doctor), UNHEX(MD5(CONCAT('note', d.doctor, '.', n.seq))), d.begun + INTERVAL 3 * n.seq DAY
  FROM bench_doctor d
  JOIN seq_0_to_3 n
 ORDER BY d.doctor, n.seq;
INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, at)
SELECT n.id, 1, 'Husk at bede om supervision ved næste stuegang, og at få skemaet med.', IF(n.kind = 'VUS', 'ALL', ELT(1 + n.id % 3, 'PRIVATE', 'APPROVERS', 'ALL')),
       n.given_by, p.name, IF(n.kind = 'VUS', 'VUS', 'UL'), n.at
  FROM note n
  JOIN person p ON p.id = n.given_by
 ORDER BY n.id;
