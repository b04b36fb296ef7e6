-- demo_research_file: a file for a doctor's research training, given by the doctor or by somebody else
-- in:   email text, by_email text, kind text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT p.id, :kind, 'application/pdf', :pages, :size, :name, :content, b.id, :at
  FROM person p
  JOIN person b ON b.email = :by_email
 WHERE p.email = :email;

-- demo_research_course: a course that the doctor counts towards theory
-- in:   email text, name text, held_on day, half_days u32, certificate u32, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO research_course (doctor, name, held_on, half_days, certificate, at)
SELECT p.id, :name, :held_on, :half_days, :certificate, :at
  FROM person p
 WHERE p.email = :email;

-- demo_research_supervise: the UAO of a department that reached the doctor that day assigns a research supervisor
-- in:   email text, by_email text, supervisor_email text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what a UAO did that day, under the same conditions
INSERT INTO research_supervision (doctor, held, since, given_by, by_name, given_as, place, made_at)
SELECT p.id, f.id, :day, b.id, b.name, h.role, u.place, :at
  FROM person p
  JOIN person s    ON s.email = :supervisor_email AND s.id <> p.id
  JOIN user_role f ON f.person = s.id AND f.role = 'FORSKVEJLEDER' AND :day >= f.since AND :day < f.until
  JOIN person b    ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h ON h.person = b.id AND h.role IN ('UAO', 'TUTOR')
  JOIN org_unit u  ON u.id = h.org_unit
 WHERE p.email = :email
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = p.id
                  AND :day >= r.since AND :day < r.until);

-- demo_research_ask: a doctor hands a part of their region's research training in
-- in:   email text, part text, asked_email text?, title text?, held_on day?, venue text?, words text?, file u32?, day day, at moment
-- rows: none
-- chain: research
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO research (doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses,
                      words, file, file_sha256, given_by, by_name, as_role, place, at)
SELECT p.id, o.id, COALESCE(l.step, 0) + 1, 'REQUESTED', 'ORDINARY', q.id, :title, :held_on, :venue,
       IF(o.kind = 'THEORY', (SELECT SUM(k.half_days)
                                FROM research_course k
                               WHERE k.doctor = p.id AND k.cancelled IS NULL), NULL),
       IF(o.kind = 'THEORY', (SELECT GROUP_CONCAT(CONCAT(k.name, ', ', DATE_FORMAT(k.held_on, '%d.%m.%Y'))
                                                  ORDER BY k.held_on, k.id SEPARATOR '\n')
                                FROM research_course k
                               WHERE k.doctor = p.id AND k.cancelled IS NULL), NULL),
       :words, f.id, f.content, p.id, p.name, 'UL', t.name, :at
  FROM person p
  JOIN training_course c      ON c.doctor = p.id AND c.stage = 'HU' AND c.cancelled IS NULL AND c.since <= :day
  JOIN training_region t      ON t.id = c.region
  JOIN research_list a        ON a.training_region = c.region AND a.since <= c.since AND c.since < a.until
  JOIN research_part o        ON o.research_list = a.id AND o.kind = :part
  LEFT JOIN research_latest l ON l.doctor = p.id AND l.part = o.id
  LEFT JOIN person b          ON b.email = :asked_email
  LEFT JOIN user_role q       ON q.person = b.id AND q.role = 'KURSUSUDBYDER' AND :day >= q.since AND :day < q.until
                             AND EXISTS (SELECT 1 FROM course_def k WHERE k.id = q.course AND k.kind = 'RESEARCH')
  LEFT JOIN file f            ON f.id = :file AND f.doctor = p.id
 WHERE p.email = :email
   AND (o.kind = 'MODULE') = (q.id IS NOT NULL)
   AND (:file IS NULL) = (f.id IS NULL);

-- demo_research_answer: the research supervisor, or the course provider who was asked, answers
-- in:   email text, part text, by_email text, status text, words text?, day day, at moment
-- rows: none
-- chain: research
-- open: the try-out's tool tells what a supervisor did that day, under the same conditions
INSERT INTO research (doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words,
                      file, file_sha256, given_by, by_name, as_role, place, at)
SELECT l.doctor, l.part, l.step + 1, :status, 'ORDINARY', l.asked, l.title, l.held_on, l.venue, l.half_days,
       l.courses, :words, l.file, l.file_sha256, b.id, b.name, h.role, t.name, :at
  FROM person p
  JOIN research_latest l ON l.doctor = p.id AND l.status = 'REQUESTED'
  JOIN research_part o   ON o.id = l.part AND o.kind = :part
  JOIN research_list a   ON a.id = o.research_list
  JOIN training_region t ON t.id = a.training_region
  JOIN person b          ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h       ON h.person = b.id AND :day >= h.since AND :day < h.until
                        AND IF(o.kind = 'MODULE', h.id = l.asked,
                               h.role = 'FORSKVEJLEDER'
                               AND EXISTS (SELECT 1
                                             FROM reach_research r
                                            WHERE r.held = h.id AND r.doctor = p.id
                                              AND :day >= r.since AND :day < r.until))
 WHERE p.email = :email;

-- demo_research_parts: the parts of a doctor's region that are not done, in their order
-- in:   email text, day day
-- out:  id u32, kind text
-- rows: many
-- open: the try-out's tool acts for nobody
SELECT o.id, o.kind
  FROM person p
  JOIN training_course c ON c.doctor = p.id AND c.stage = 'HU' AND c.cancelled IS NULL AND c.since <= :day
  JOIN research_list a   ON a.training_region = c.region AND a.since <= c.since AND c.since < a.until
  JOIN research_part o   ON o.research_list = a.id
 WHERE p.email = :email
   AND NOT EXISTS (SELECT 1
                     FROM research_now n
                    WHERE n.doctor = p.id AND n.part = o.id AND n.status = 'APPROVED')
 ORDER BY o.position;

-- demo_research_dispense: a secretariat that reached the doctor that day dispenses from a part
-- in:   email text, part u32, by_email text, kind text, ground text, case_no text, words text?, day day, at moment
-- rows: none
-- chain: research
-- open: the try-out's tool tells what a secretariat did that day, under the same conditions
INSERT INTO research (doctor, part, step, status, kind, words, ground, filed, case_no, given_by, by_name, as_role,
                      place, at)
SELECT p.id, o.id, COALESCE(l.step, 0) + 1, 'APPROVED', :kind, :words, :ground, TRUE, :case_no, b.id, b.name,
       h.role, t.name, :at
  FROM person p
  JOIN research_part o        ON o.id = :part
  LEFT JOIN research_latest l ON l.doctor = p.id AND l.part = o.id
  JOIN person b               ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h            ON h.person = b.id AND h.role = 'VUS'
  JOIN training_region t      ON t.id = h.region
 WHERE p.email = :email
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = p.id AND r.may_merit
                  AND :day >= r.since AND :day < r.until);

-- demo_decision: what a secretariat decided on a merit that it gave
-- in:   merit u32, ground text, reason text, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text
-- rows: none
-- chain: decision
-- open: the try-out's tool acts for nobody
INSERT INTO decision (merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider,
                      appeal, given_by, by_name, as_role, place, at)
SELECT m.id, m.doctor, :ground, :reason,
       EXISTS (SELECT 1 FROM approval a WHERE a.merit = m.id), :months, :courses, :case_no, :decided_on, :decider,
       :appeal, m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM merit m
 WHERE m.id = :merit;
