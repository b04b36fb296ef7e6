-- demo_main: the UAO or tutor of that day appoints a main supervisor
-- in:   email text, by text, role text, person text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
SELECT p.id, e.id, q.id, s.role, :day, b.id, b.name, h.role, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
  JOIN person q               ON q.email = :person AND q.id <> p.id
  JOIN user_role s            ON s.person = q.id AND s.org_unit = e.org_unit AND s.role IN ('HOVEDVEJLEDER', 'TUTOR')
                             AND :day >= s.since AND :day < s.until
 WHERE p.email = :email
   AND h.role IN ('UAO', 'TUTOR')
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_plan: the doctor sends a plan
-- in:   email text, goals text, means text, agreements text, courses text, next_steps text, list text, first text, last text, day day, at moment
-- rows: none
-- chain: plan
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO plan (doctor, element, step, status, goals, means, agreements, courses, next_steps, competencies,
                  given_by, by_name, as_role, place, at)
SELECT p.id, e.id, COALESCE(n.step, 0) + 1, 'SENT', :goals, :means, :agreements, :courses, :next_steps,
       COALESCE((SELECT GROUP_CONCAT(c.id ORDER BY c.position SEPARATOR ' ')
                   FROM curriculum l
                   JOIN competency f ON f.curriculum = l.id AND f.number = :first
                   JOIN competency g ON g.curriculum = l.id AND g.number = :last
                   JOIN competency c ON c.curriculum = l.id AND c.position BETWEEN f.position AND g.position
                  WHERE l.code = :list), ''),
       p.id, p.name, h.role, u.place, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN user_role h            ON h.person = p.id AND h.role = 'UL' AND :day >= h.since AND :day < h.until
  LEFT JOIN plan_latest n     ON n.doctor = p.id AND n.element = e.id
 WHERE p.email = :email
   AND (:first = '' OR EXISTS (SELECT 1
                                 FROM curriculum l
                                 JOIN competency f ON f.curriculum = l.id AND f.number = :first
                                 JOIN competency g ON g.curriculum = l.id AND g.number = :last
                                WHERE l.code = :list));

-- demo_plan_answer: somebody who may answers it
-- in:   email text, by text, role text, status text, words text?, day day, at moment
-- rows: none
-- chain: plan
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO plan (doctor, element, step, status, answers, words, given_by, by_name, as_role, place, at)
SELECT p.id, e.id, n.step + 1, :status, n.id, :words, b.id, b.name, h.role, u.place, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN plan_latest n          ON n.doctor = p.id AND n.element = e.id AND n.status = 'SENT'
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND b.id <> p.id
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_talk: a talk is planned
-- in:   email text, by text, role text, kind text, planned_on day, once blob, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
SELECT p.id, e.id, :kind, :planned_on, :once, b.id, b.name, h.role, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_prepare: one side has prepared and sent
-- in:   email text, by text, role text, kind text, words text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO talk_preparation (talk, side, words, sent_at, given_by, by_name, as_role, at)
SELECT t.id, IF(b.id = p.id, 'DOCTOR', 'SUPERVISOR'), :words, :at, b.id, b.name, h.role, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN talk t                 ON t.element = e.id AND t.kind = :kind
                             AND t.id = (SELECT MAX(x.id) FROM talk x WHERE x.element = e.id AND x.kind = :kind)
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_minutes: one side writes minutes of a talk that was held that day
-- in:   email text, by text, role text, kind text, words text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, held_on, words, given_by, by_name, as_role, place, at)
SELECT t.id, p.id, e.id, COALESCE((SELECT MAX(x.step) FROM talk_minutes x WHERE x.talk = t.id), 0) + 1, 'DRAFT',
       IF(b.id = p.id, 'DOCTOR', 'SUPERVISOR'), :day, :words, b.id, b.name, h.role, u.place, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN talk t                 ON t.element = e.id AND t.kind = :kind
                             AND t.id = (SELECT MAX(x.id) FROM talk x WHERE x.element = e.id AND x.kind = :kind)
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_agree: the other side agrees
-- in:   email text, by text, role text, kind text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, answers, held_on, given_by, by_name, as_role, place, at)
SELECT t.id, p.id, e.id, l.step + 1, 'AGREED', IF(b.id = p.id, 'DOCTOR', 'SUPERVISOR'), l.id, l.held_on,
       b.id, b.name, h.role, u.place, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN talk t                 ON t.element = e.id AND t.kind = :kind
                             AND t.id = (SELECT MAX(x.id) FROM talk x WHERE x.element = e.id AND x.kind = :kind)
  JOIN talk_minutes l         ON l.talk = t.id AND l.step = (SELECT MAX(x.step) FROM talk_minutes x WHERE x.talk = t.id)
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND l.side <> IF(b.id = p.id, 'DOCTOR', 'SUPERVISOR')
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);

-- demo_doubt: doubt is raised
-- in:   email text, by text, role text, words text, measures text, follow_on day, once blob, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO doubt (doctor, element, words, measures, follow_on, once, given_by, by_name, as_role, at)
SELECT p.id, e.id, :words, :measures, :follow_on, :once, b.id, b.name, h.role, :at
  FROM person p
  JOIN element e              ON e.doctor = p.id AND :day >= e.since AND :day < e.until
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN person b               ON b.email = :by
  JOIN user_role h            ON h.person = b.id AND h.role = :role AND :day >= h.since AND :day < h.until
                             AND (h.role = 'UL' OR h.org_unit = e.org_unit)
 WHERE p.email = :email
   AND b.id <> p.id
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = b.id AND r.held = h.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :day >= r.since AND :day < r.until);
