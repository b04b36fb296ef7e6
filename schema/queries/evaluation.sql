-- evaluation_elements: one's own employments that have begun, and whether each is evaluated
-- in:   who
-- out:  element u32, place text, kind text, since day, until day, sent moment?, begun bool
-- rows: many
SELECT e.id, u.place, u.kind, e.since, e.until, g.at, d.element IS NOT NULL
  FROM element e
  JOIN training_course c       ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u              ON u.id = e.org_unit
  LEFT JOIN evaluation_given g ON g.element = e.id
  LEFT JOIN evaluation_draft d ON d.element = e.id
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND e.kind <> 'COURSE_ONLY'
   AND :today >= e.since
 ORDER BY e.since DESC, e.id DESC;

-- evaluation_of_element: one's own employment, and the form that its answer is given on
-- in:   who, element u32
-- out:  place text, kind text, since day, until day, sent moment?, begun moment?, form u32
-- rows: one
SELECT u.place, u.kind, e.since, e.until, g.at, d.at,
       COALESCE(d.form, (SELECT f.id
                           FROM evaluation_form f
                          WHERE f.since <= :today
                          ORDER BY f.since DESC, f.id DESC
                          LIMIT 1))
  FROM element e
  JOIN training_course c       ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u              ON u.id = e.org_unit
  LEFT JOIN evaluation_given g ON g.element = e.id
  LEFT JOIN evaluation_draft d ON d.element = e.id
 WHERE e.id = :element
   AND e.doctor = :who
   AND e.cancelled IS NULL
   AND e.kind <> 'COURSE_ONLY';

-- evaluation_statements: a version of the form
-- in:   form u32
-- out:  id u32, section text, kind text, wording text
-- rows: many
-- open: the form is the same for everybody
SELECT s.id, s.section, s.kind, s.text
  FROM evaluation_statement s
 WHERE s.form = :form
 ORDER BY s.position;

-- evaluation_drafted: what one has begun to answer
-- in:   who, element u32
-- out:  statement u32?, value u32?, words text?
-- rows: many
SELECT j.s, j.v, j.w
  FROM evaluation_draft d
  JOIN element e ON e.id = d.element AND e.doctor = :who
  JOIN JSON_TABLE(d.answers, '$[*]' COLUMNS (s INT UNSIGNED PATH '$.s', v INT UNSIGNED PATH '$.v', w TEXT PATH '$.w')) j
 WHERE d.element = :element
   AND j.s IS NOT NULL;

-- evaluation_sent: what one has answered
-- in:   who, element u32
-- out:  section text, kind text, wording text, value u32?, words text?
-- rows: many
SELECT s.section, s.kind, s.text, o.value, o.words
  FROM evaluation_own o
  JOIN evaluation_statement s ON s.id = o.statement
 WHERE o.doctor = :who
   AND o.element = :element
 ORDER BY s.position;

-- evaluation_keep: what is typed is kept, until it is sent
-- in:   who, element u32, form u32, answers text
-- rows: none
INSERT INTO evaluation_draft (element, form, answers, at)
SELECT e.id, f.id, :answers, :now
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u        ON u.id = e.org_unit AND u.kind <> 'PLADSHOLDER'
  JOIN evaluation_form f ON f.id = :form
 WHERE e.id = :element
   AND e.doctor = :who
   AND e.cancelled IS NULL
   AND e.kind <> 'COURSE_ONLY'
   AND :today >= e.until - INTERVAL 31 DAY
   AND NOT EXISTS (SELECT 1 FROM evaluation_given g WHERE g.element = e.id)
    ON DUPLICATE KEY UPDATE answers = :answers, at = :now;

-- evaluation_give: an answer about the place of one's own employment, without a word of whose it is
-- in:   who, id blob, element u32, half u32
-- rows: none
INSERT INTO evaluation (id, form, org_unit, stage, specialty, half)
SELECT :id, d.form, e.org_unit, c.stage, c.specialty, :half
  FROM evaluation_draft d
  JOIN element e         ON e.id = d.element
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
 WHERE d.element = :element
   AND e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.until - INTERVAL 31 DAY
   AND NOT EXISTS (SELECT 1 FROM evaluation_given g WHERE g.element = e.id);

-- evaluation_give_answers: what it says, as it was kept; 0 is ikke relevant
-- in:   who, id blob, element u32
-- rows: none
INSERT INTO evaluation_answer (evaluation, statement, value, words)
SELECT :id, s.id, IF(s.kind = 'PROSE', NULL, NULLIF(j.v, 0)), IF(s.kind = 'PROSE', NULLIF(j.w, ''), NULL)
  FROM evaluation_draft d
  JOIN element e ON e.id = d.element AND e.doctor = :who
  JOIN JSON_TABLE(d.answers, '$[*]' COLUMNS (s INT UNSIGNED PATH '$.s', v INT UNSIGNED PATH '$.v', w TEXT PATH '$.w')) j
  JOIN evaluation_statement s ON s.id = j.s AND s.form = d.form
 WHERE d.element = :element
   AND (s.kind = 'PROSE' OR j.v IS NOT NULL)
   AND (s.kind <> 'PROSE' OR NULLIF(j.w, '') IS NOT NULL);

-- evaluation_seal: whose answer it is; from now on nothing of it changes
-- in:   who, id blob, element u32
-- rows: none
INSERT INTO evaluation_link (element, evaluation, given_by, at)
SELECT e.id, :id, e.doctor, :now
  FROM element e
 WHERE e.id = :element
   AND e.doctor = :who;

-- evaluation_forget: what was kept has been sent
-- in:   who, element u32
-- rows: none
DELETE FROM evaluation_draft
 WHERE element = :element
   AND EXISTS (SELECT 1 FROM element e WHERE e.id = :element AND e.doctor = :who);

-- evaluations_here: half-years with which answers about one's own place were released, or means published
-- in:   who
-- out:  half u32, n i64
-- rows: many
SELECT r.half, COUNT(*)
  FROM user_role h
  JOIN evaluation_readable r  ON r.org_unit = h.org_unit
  JOIN evaluation_statement s ON s.id = r.statement AND s.kind = 'OVERALL'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
 GROUP BY r.half
UNION ALL
SELECT b.half, 0
  FROM user_role h
  JOIN evaluation_batch b ON b.org_unit = h.org_unit
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND NOT EXISTS (SELECT 1 FROM evaluation_readable r WHERE r.org_unit = b.org_unit AND r.half = b.half)
 ORDER BY 1 DESC;

-- evaluation_read: the answers that were released with a half-year, one after another, in no order that tells anything
-- in:   who, half u32
-- out:  evaluation blob, section text, kind text, wording text, value u32?, words text?
-- rows: many
SELECT r.evaluation, s.section, s.kind, s.text, r.value, r.words
  FROM user_role h
  JOIN evaluation_readable r  ON r.org_unit = h.org_unit AND r.half = :half
  JOIN evaluation_statement s ON s.id = r.statement
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
 ORDER BY r.evaluation, s.position;

-- evaluation_waiting_here: of how many doctors answers about one's own place waited when the last half-year was closed, and of how many they must be
-- in:   who
-- out:  half u32, doctors u32, least u32
-- rows: one
SELECT w.half, w.doctors, w.least
  FROM user_role h
  JOIN evaluation_waiting w ON w.org_unit = h.org_unit
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until;

-- evaluation_unit_here: one's own place, and what it says to a half-year's means so far
-- in:   who, half u32
-- out:  unit u32, place text, published u32?, step u32?, words text?
-- rows: one
SELECT u.id, u.place, b.half, c.step, c.words
  FROM user_role h
  JOIN org_unit u                ON u.id = h.org_unit
  LEFT JOIN evaluation_batch b   ON b.org_unit = u.id AND b.half = :half
  LEFT JOIN evaluation_comment c ON c.org_unit = u.id AND c.half = b.half
                                AND c.step = (SELECT MAX(x.step)
                                                FROM evaluation_comment x
                                               WHERE x.org_unit = u.id AND x.half = b.half)
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until;

-- evaluation_comment_add: the management's words to the means of a half-year, signed; none takes them down
-- in:   who, half u32, step u32, words text?
-- rows: none
INSERT INTO evaluation_comment (org_unit, half, step, words, given_by, by_name, as_role, at)
SELECT b.org_unit, b.half, :step, :words, p.id, p.name, h.role, :now
  FROM user_role h
  JOIN person p           ON p.id = h.person
  JOIN evaluation_batch b ON b.org_unit = h.org_unit AND b.half = :half
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND :step = 1 + (SELECT COUNT(*)
                      FROM evaluation_comment x
                     WHERE x.org_unit = b.org_unit AND x.half = b.half);
