-- evaluation_choices: what means can be asked for by
-- in:   today day
-- out:  kind text, id u32, name text
-- rows: many
-- open: published; nothing of a person is in it
SELECT 'half' AS kind, c.half AS id, '' AS name
  FROM evaluation_close c
UNION ALL
SELECT 'region', t.id, t.name
  FROM training_region t
UNION ALL
SELECT 'hospital', u.id, u.name
  FROM org_unit u
 WHERE u.id IN (SELECT p.hospital FROM evaluation_place p)
UNION ALL
SELECT 'specialty', s.id, s.name
  FROM specialty s
 WHERE s.until > :today
 ORDER BY 1, 3, 2 DESC;

-- evaluation_places: places with published means, in the order of their names
-- in:   half u32, region u32, hospital u32, stage text, specialty u32, whole bool, skip u32, most u32
-- out:  unit u32, place text, half u32, since_half u32, answers u32, n i64?, total i64?
-- rows: many
-- open: published (R-EVA-01); means of parts with enough answers, nothing of a person
SELECT p.org_unit, p.place, b.half, b.since_half, b.n,
       (SELECT CAST(SUM(m.n) AS INTEGER)
          FROM evaluation_mean m
          JOIN evaluation_statement s ON s.id = m.statement AND s.kind = 'OVERALL'
         WHERE m.org_unit = b.org_unit AND m.half = b.half AND (m.stage = 'ALL') = :whole
           AND (:stage = '' OR m.stage = :stage) AND (:specialty = 0 OR m.specialty = :specialty)),
       (SELECT CAST(SUM(m.total) AS INTEGER)
          FROM evaluation_mean m
          JOIN evaluation_statement s ON s.id = m.statement AND s.kind = 'OVERALL'
         WHERE m.org_unit = b.org_unit AND m.half = b.half AND (m.stage = 'ALL') = :whole
           AND (:stage = '' OR m.stage = :stage) AND (:specialty = 0 OR m.specialty = :specialty))
  FROM evaluation_place p
  JOIN evaluation_batch b ON b.org_unit = p.org_unit AND b.half = IF(:half = 0, p.latest, :half)
 WHERE (:region = 0 OR p.region = :region)
   AND (:hospital = 0 OR p.hospital = :hospital OR p.org_unit = :hospital)
   AND (:whole
        OR EXISTS (SELECT 1
                     FROM evaluation_statement s
                     JOIN evaluation_mean m ON m.statement = s.id
                    WHERE s.kind = 'OVERALL' AND m.org_unit = b.org_unit AND m.half = b.half AND m.stage <> 'ALL'
                      AND (:stage = '' OR m.stage = :stage) AND (:specialty = 0 OR m.specialty = :specialty)))
 ORDER BY p.place, p.org_unit
 LIMIT :skip, :most;

-- evaluation_batches: the half-years with which means of a place were published
-- in:   unit u32
-- out:  place text, half u32, since_half u32, answers u32, least u32
-- rows: many
-- open: published (R-EVA-01); nothing of a person
SELECT p.place, b.half, b.since_half, b.n, b.least
  FROM evaluation_place p
  JOIN evaluation_batch b ON b.org_unit = p.org_unit
 WHERE p.org_unit = :unit
 ORDER BY b.half DESC;

-- evaluation_means: the statements of a place's half-year; n is NULL where too few answered
-- in:   unit u32, half u32, stage text, specialty u32, whole bool
-- out:  section text, wording text, n i64?, total i64?
-- rows: many
-- open: published (R-EVA-01); means of parts with enough answers, nothing of a person
SELECT s.section, s.text, CAST(SUM(m.n) AS INTEGER), CAST(SUM(m.total) AS INTEGER)
  FROM evaluation_statement s
  LEFT JOIN evaluation_mean m ON m.org_unit = :unit AND m.half = :half AND m.statement = s.id
                             AND (m.stage = 'ALL') = :whole
                             AND (:stage = '' OR m.stage = :stage) AND (:specialty = 0 OR m.specialty = :specialty)
 WHERE s.kind <> 'PROSE'
   AND s.form IN (SELECT x.form
                    FROM evaluation_mean o
                    JOIN evaluation_statement x ON x.id = o.statement
                   WHERE o.org_unit = :unit AND o.half = :half)
 GROUP BY s.form, s.position, s.section, s.text
 ORDER BY s.form, s.position;

-- evaluation_parts: the doctors whose means are published by themselves
-- in:   unit u32, half u32
-- out:  stage text, specialty u32, name text?
-- rows: many
-- open: published (R-EVA-01); parts with enough answers, nothing of a person
SELECT DISTINCT m.stage, m.specialty, s.name
  FROM evaluation_mean m
  LEFT JOIN specialty s ON s.id = m.specialty
 WHERE m.org_unit = :unit AND m.half = :half AND m.stage <> 'ALL'
 ORDER BY m.stage, s.name;

-- evaluation_sheet: all published means of a place
-- in:   unit u32
-- out:  half u32, since_half u32, section text, wording text, n u32, total u32
-- rows: many
-- open: published (R-EVA-01); nothing of a person
SELECT b.half, b.since_half, s.section, s.text, m.n, m.total
  FROM evaluation_batch b
  JOIN evaluation_mean m      ON m.org_unit = b.org_unit AND m.half = b.half AND m.stage = 'ALL'
  JOIN evaluation_statement s ON s.id = m.statement
 WHERE b.org_unit = :unit
 ORDER BY b.half DESC, s.form, s.position;

-- evaluation_comment_shown: what the management says to a half-year's means
-- in:   unit u32, half u32
-- out:  words text?, by_name text, as_role text, at moment
-- rows: one
-- open: published and signed (R-EVA-06)
SELECT c.words, c.by_name, c.as_role, c.at
  FROM evaluation_comment c
 WHERE c.org_unit = :unit AND c.half = :half
 ORDER BY c.step DESC
 LIMIT 1;
