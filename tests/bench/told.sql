-- SPDX-License-Identifier: MPL-2.0
--
-- All Denmark, part 5: what is told (twenty notices each for two people in three, a fifth of them
-- unseen), courses that are planned (every twelfth doctor's next), and ten years of nightly runs.

SET @approvers = @doctors * 8 DIV 5, @units = GREATEST(40, @doctors * 1200 DIV 25000);
SET @office = @doctors + @approvers;
SET unique_checks = 0, foreign_key_checks = 0;

INSERT INTO notice (person, kind, about, place, link, made, seen, mailed)
SELECT p.id, IF(p.id <= @doctors, 'APPROVED', 'ELEMENT_BEGINS'), IF(p.id <= @doctors, NULL, 1 + CRC32(CONCAT(p.id, 'n', s.seq)) % @doctors),
       IF(p.id <= @doctors, '', 'Medicinsk afdeling, Nørreå Hospital'), IF(p.id <= @doctors, '/logbog/kompetencer', '/vejleder/laeger'),
       CAST(@today AS DATE) - INTERVAL 200 - 9 * s.seq DAY + INTERVAL p.id SECOND,
       IF(s.seq > 16, NULL, CAST(@today AS DATE) - INTERVAL 199 - 9 * s.seq DAY), CAST(@today AS DATE) - INTERVAL 199 - 9 * s.seq DAY
  FROM seq_1_to_20 s
  JOIN person p
 WHERE p.id % 3 <> 0
 ORDER BY s.seq, p.id;

INSERT INTO training_course (id, doctor, stage, specialty, region, number, since, until, source, source_id)
SELECT 2 * @doctors + id, id, 'HU', 1 + id % 39, 1 + id % 3, CONCAT('NHU-', id),
       CAST(@today AS DATE) + INTERVAL 1 + id % 11 MONTH, CAST(@today AS DATE) + INTERVAL 61 + id % 11 MONTH, 'VIDEREUDDANNELSE', CONCAT('N', id)
  FROM person
 WHERE id <= @doctors AND id % 12 = 0;
INSERT INTO element (id, course, doctor, seq, org_unit, since, until, position_no)
SELECT 10 * @doctors + 10 * c.doctor + s.seq, c.id, c.doctor, s.seq, 51 + CRC32(CONCAT(c.doctor, 'p', s.seq)) % @units,
       c.since + INTERVAL (s.seq - 1) * 12 MONTH, c.since + INTERVAL s.seq * 12 MONTH, CONCAT('N', c.doctor, s.seq)
  FROM training_course c
  JOIN seq_1_to_5 s
 WHERE c.id > 2 * @doctors;

INSERT INTO import_run (form, way, region, file_name, state, at, day, ended, total, done, changed, same)
SELECT IF(n.seq % 30 = 0, 'KBU', 'PERSONER'), 'MAPPE', r.seq, 'personer.json', 'UDFOERT', CAST(@today AS DATE) - INTERVAL n.seq DAY + INTERVAL 2 HOUR,
       CAST(@today AS DATE) - INTERVAL n.seq DAY, CAST(@today AS DATE) - INTERVAL n.seq DAY + INTERVAL 7205 SECOND, 8000, 8000, 80, 7920
  FROM seq_3650_to_1 n
  JOIN seq_1_to_3 r
 ORDER BY n.seq DESC, r.seq;

-- What Planlagte læger is read from, as migration 17 and the triggers make it.
INSERT INTO course_first (course, doctor, stage, specialty, region, source, since, cancelled, begins, org_unit, place, name, gone, last_element)
SELECT c.id, c.doctor, c.stage, c.specialty, c.region, c.source, c.since, c.cancelled IS NOT NULL,
       COALESCE(e.since, c.since), e.org_unit, u.place, p.name, p.gone IS NOT NULL,
       (SELECT x.id FROM training_course w JOIN element x ON x.course = w.id AND x.cancelled IS NULL
         WHERE w.doctor = c.doctor AND w.stage = c.stage AND w.specialty <=> c.specialty AND (w.cancelled IS NULL OR w.id = c.id)
         ORDER BY x.until DESC, x.id DESC LIMIT 1)
  FROM training_course c
  JOIN person p        ON p.id = c.doctor
  LEFT JOIN element e  ON e.id = (SELECT x.id
                                    FROM element x FORCE INDEX (element_first)
                                   WHERE x.course = c.id AND x.cancelled IS NULL
                                   ORDER BY x.since, x.id
                                   LIMIT 1)
  LEFT JOIN org_unit u ON u.id = e.org_unit
 ORDER BY c.since, c.id;
