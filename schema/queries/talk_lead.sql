-- talk_overview: the doctors of the department, or those appointed to this main supervisor, with where plan and talks stand
-- in:   who
-- out:  doctor u32, element u32, name text, stage text, since day, until day, main_name text?, main_live bool, status text?, sent_at moment?, held i64, last_held day?, next_on day?, doubts i64, waiting bool
-- rows: many
SELECT d.id, e.id, d.name, c.stage, e.since, e.until, p.name,
       EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.person = m.person AND h.org_unit = e.org_unit AND h.role IN ('HOVEDVEJLEDER', 'TUTOR')
                  AND :today >= h.since AND :today < h.until),
       n.status, n.sent_at,
       (SELECT COUNT(*) FROM talk_now t WHERE t.element = e.id AND t.status = 'AGREED'),
       (SELECT MAX(t.held_on) FROM talk_now t WHERE t.element = e.id AND t.status IN ('DRAFT', 'AGREED')),
       (SELECT MIN(t.planned_on) FROM talk_now t WHERE t.element = e.id AND t.status = 'PLANNED'),
       (SELECT COUNT(*) FROM doubt x LEFT JOIN doubt_outcome o ON o.doubt = x.id WHERE x.element = e.id AND o.id IS NULL),
       COALESCE(n.status = 'SENT', FALSE)
         OR EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND t.status = 'DRAFT' AND t.side = 'DOCTOR')
  FROM user_role v
  JOIN element e              ON e.org_unit = v.org_unit AND e.cancelled IS NULL
                             AND e.since <= :today AND e.until > :today
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN person d               ON d.id = e.doctor
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
  LEFT JOIN person p          ON p.id = m.person
  LEFT JOIN plan_now n        ON n.doctor = e.doctor AND n.element = e.id
 WHERE v.id = :as
   AND v.person = :who
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
 ORDER BY d.name, d.id;

-- talk_waiting: what plan and talks ask of this person, of elements that run or ended in the last three months: the main supervisor, or UAO and tutor where there is none
-- in:   who
-- out:  doctor u32, element u32, name text, stage text, since day, until day, sent_at moment?, held i64, final_held bool, open bool, planned u32?, planned_kind text?, planned_on day?, draft u32?, draft_kind text?, draft_at moment?
-- rows: many
SELECT d.id, e.id, d.name, c.stage, e.since, e.until, IF(n.status = 'SENT', n.sent_at, NULL),
       (SELECT COUNT(*) FROM talk_now t WHERE t.element = e.id AND t.status = 'AGREED'),
       EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND t.kind = 'FINAL' AND t.status IN ('DRAFT', 'AGREED')),
       EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND t.status = 'DRAFT'),
       t.talk, t.kind, t.planned_on, m.talk, w.kind, m.at
  FROM user_role v
  JOIN element e              ON e.org_unit = v.org_unit AND e.cancelled IS NULL
                             AND e.since <= :today AND e.until > :today - INTERVAL 3 MONTH
  JOIN training_course c      ON c.id = e.course AND c.cancelled IS NULL
  JOIN person d               ON d.id = e.doctor AND d.gone IS NULL
  LEFT JOIN main_supervisor s ON s.element = e.id AND s.live = 1
  LEFT JOIN plan_now n        ON n.doctor = e.doctor AND n.element = e.id
  LEFT JOIN talk_now t        ON t.talk = (SELECT x.talk FROM talk_now x
                                            WHERE x.element = e.id AND x.status = 'PLANNED'
                                            ORDER BY x.planned_on, x.talk LIMIT 1)
  LEFT JOIN talk_now w        ON w.talk = (SELECT MIN(x.talk) FROM talk_now x
                                            WHERE x.element = e.id AND x.status = 'DRAFT' AND x.side = 'DOCTOR')
  LEFT JOIN talk_minutes m    ON m.id = w.minutes
 WHERE v.id = :as
   AND v.person = :who
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
   AND (s.person = :who
        OR NOT EXISTS (SELECT 1
                         FROM user_role h
                        WHERE h.person = s.person AND h.org_unit = e.org_unit AND h.role IN ('HOVEDVEJLEDER', 'TUTOR')
                          AND :today >= h.since AND :today < h.until))
 ORDER BY e.since, e.id;

-- plan_answer: the main supervisor, UAO or tutor answers the version of the plan that was sent last, once
-- in:   who, doctor u32, plan u32, status text, words text?
-- rows: none
-- chain: plan
INSERT INTO plan (doctor, element, step, status, answers, words, given_by, by_name, as_role, place, at)
SELECT a.doctor, a.element, a.step + 1, :status, a.id, :words, p.id, p.name, h.role, u.place, :now
  FROM plan_latest a
  JOIN element e   ON e.id = a.element
  JOIN org_unit u  ON u.id = e.org_unit
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 WHERE a.id = :plan
   AND a.doctor = :doctor
   AND a.status = 'SENT'
   AND a.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                  AND :today >= r.since AND :today < r.until);

-- plan_answered: where the plan stands that a row of it belongs to
-- in:   who, doctor u32, plan u32
-- out:  element u32, now u32, now_status text, now_by text, now_given_by u32, now_at moment, answers u32?
-- rows: one
SELECT a.element, l.id, l.status, l.by_name, l.given_by, l.at, l.answers
  FROM plan a
  JOIN plan_now n ON n.doctor = a.doctor AND n.element = a.element
  JOIN plan l     ON l.id = n.plan
 WHERE a.id = :plan
   AND a.doctor = :doctor
   AND a.status = 'SENT'
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                  AND :today >= r.since AND :today < r.until);

-- main_candidates: who may be main supervisor of a doctor in an element: the department's main supervisors and tutors who reach the doctor; the doctor's stage, and their own where they are in training themselves
-- in:   who, element u32
-- out:  person u32, name text, role text, stage text, own_stage text?
-- rows: many
SELECT DISTINCT p.id, p.name, s.role, c.stage,
       (SELECT k.stage
          FROM training_course k
         WHERE k.doctor = p.id AND k.cancelled IS NULL AND :today >= k.since AND :today < k.until
         ORDER BY k.until DESC, k.id DESC
         LIMIT 1)
  FROM element e
  JOIN training_course c ON c.id = e.course
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
  JOIN user_role s ON s.org_unit = e.org_unit AND s.role IN ('HOVEDVEJLEDER', 'TUTOR')
  JOIN person p    ON p.id = s.person AND p.gone IS NULL AND p.id <> e.doctor
 WHERE e.id = :element
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = s.person AND r.held = s.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
 ORDER BY p.name, p.id;

-- main_end: who has been main supervisor of a doctor in an element is so no more
-- in:   who, element u32
-- rows: none
UPDATE main_supervisor m
  JOIN element e   ON e.id = m.element
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
                  AND :today >= h.since AND :today < h.until
   SET m.until = GREATEST(m.since, :today), m.ended_by = :who, m.ended_at = :now
 WHERE m.element = :element
   AND m.ended_at IS NULL
   AND m.doctor <> :who;

-- main_put: the UAO or tutor of the department appoints one of its own
-- in:   who, element u32, person u32
-- rows: none
INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
SELECT e.doctor, e.id, q.id, s.role, :today, p.id, p.name, h.role, :now
  FROM element e
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = e.org_unit
                  AND :today >= h.since AND :today < h.until
  JOIN user_role s ON s.org_unit = e.org_unit AND s.role IN ('HOVEDVEJLEDER', 'TUTOR') AND s.person = :person
  JOIN person q    ON q.id = s.person AND q.gone IS NULL
 WHERE e.id = :element
   AND e.doctor <> q.id
   AND e.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = s.person AND r.held = s.id AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
 LIMIT 1;

-- doubt_put: doubt is raised, before the final talk has been held
-- in:   who, element u32, words text, measures text, follow_on day, once blob
-- rows: none
INSERT INTO doubt (doctor, element, words, measures, follow_on, once, given_by, by_name, as_role, at)
SELECT e.doctor, e.id, :words, :measures, :follow_on, :once, p.id, p.name, h.role, :now
  FROM element e
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 WHERE e.id = :element
   AND e.doctor <> :who
   AND NOT EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND t.kind = 'FINAL' AND t.status IN ('DRAFT', 'AGREED'))
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until);

-- doubt_of_form: what a form has raised already
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT d.id
  FROM doubt d
 WHERE d.once = :once
   AND d.given_by = :who;

-- doubt_close: what came of it, once
-- in:   who, doctor u32, doubt u32, outcome text, words text
-- rows: none
INSERT INTO doubt_outcome (doubt, doctor, element, outcome, words, given_by, by_name, as_role, at)
SELECT d.id, d.doctor, d.element, :outcome, :words, p.id, p.name, h.role, :now
  FROM doubt d
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
 WHERE d.id = :doubt
   AND d.doctor = :doctor
   AND d.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = d.doctor AND r.element = d.element
                  AND :today >= r.since AND :today < r.until);

-- doubt_one: a doubt that this person may follow up, and what came of it
-- in:   who, doctor u32, doubt u32
-- out:  element u32, outcome text?, given_by u32?
-- rows: one
SELECT d.element, o.outcome, o.given_by
  FROM doubt d
  LEFT JOIN doubt_outcome o ON o.doubt = d.id
 WHERE d.id = :doubt
   AND d.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = d.doctor AND r.element = d.element
                  AND :today >= r.since AND :today < r.until);
