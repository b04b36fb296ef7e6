-- place_here: the department or practice of the role in use
-- in:   who
-- out:  place text
-- rows: one
SELECT u.place
  FROM user_role h
  JOIN org_unit u ON u.id = h.org_unit
 WHERE h.id = :as
   AND h.person = :who;

-- requests_waiting: what doctors have asked this person's department to approve, oldest first
-- in:   who, skip i64, most i64
-- out:  id u32, doctor u32, doctor_name text, number text, title text, rating u32?, words text?, at moment, approver_rule text, lacks text?
-- rows: many
SELECT a.id, a.doctor, p.name, c.number, c.title, a.rating, a.words, a.at, c.approver_rule,
       (SELECT GROUP_CONCAT(CONCAT(q.method, ' ', COALESCE(k.have, 0), '/', q.target) ORDER BY q.method SEPARATOR ', ')
          FROM card_need q
          LEFT JOIN card_count k ON k.doctor = a.doctor AND k.competency = q.competency AND k.method = q.method
         WHERE q.competency = a.competency AND COALESCE(k.have, 0) < q.target
           AND NOT (q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m
                                           WHERE m.doctor = a.doctor AND m.competency = q.competency)))
  FROM (SELECT n.approval
          FROM user_role h
          STRAIGHT_JOIN approval_now n FORCE INDEX (org_unit_waiting)
                                       ON n.org_unit = h.org_unit AND n.status = 'REQUESTED'
          STRAIGHT_JOIN approval b     ON b.id = n.approval
         WHERE h.id = :as
           AND h.person = :who
           AND (SELECT 1
                  FROM reach r
                 WHERE r.viewer = :who AND r.held = :as AND r.doctor = b.doctor AND r.element = b.element
                   AND r.may_approve AND :today >= r.since AND :today < r.until
                 LIMIT 1) = 1
         ORDER BY n.at, n.approval
         LIMIT :skip, :most) g
  JOIN approval a   ON a.id = g.approval
  JOIN person p     ON p.id = a.doctor
  JOIN competency c ON c.id = a.competency
 ORDER BY a.at, a.id;

-- request_reached: one request within reach, answered or not
-- in:   who, id u32
-- out:  doctor u32, doctor_name text, competency u32, approver_rule text, now u32, now_status text, now_by text, now_as text, now_at moment, now_given_by u32
-- rows: one
SELECT a.doctor, p.name, a.competency, c.approver_rule, l.id, l.status, l.by_name, l.as_role, l.at, l.given_by
  FROM approval a
  JOIN approval_now n ON n.doctor = a.doctor AND n.competency = a.competency
  JOIN approval l     ON l.id = n.approval
  JOIN person p       ON p.id = a.doctor
  JOIN competency c   ON c.id = a.competency
 WHERE a.id = :id
   AND a.status = 'REQUESTED'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- approval_decide: answer a request, once, by somebody within whose reach it is and who may approve it
-- in:   who, id u32, status text, words text?
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, words,
                      given_by, by_name, as_role, place, at)
SELECT a.doctor, a.competency, a.step + 1, :status, 'ORDINARY', a.element, a.org_unit, :words,
       p.id, p.name, h.role, u.place, :now
  FROM approval_latest a
  JOIN competency c ON c.id = a.competency
  JOIN person p     ON p.id = :who
  JOIN user_role h  ON h.id = :as AND h.person = p.id
  JOIN org_unit u   ON u.id = a.org_unit
 WHERE a.id = :id
   AND a.status = 'REQUESTED'
   AND a.doctor <> :who
   AND (c.approver_rule = 'ALLE'
        OR (c.approver_rule = 'UAO' AND h.role IN ('UAO', 'TUTOR'))
        OR (c.approver_rule = 'TUTOR' AND h.role = 'TUTOR'))
   AND (:status <> 'APPROVED'
        OR NOT EXISTS (SELECT 1
                         FROM card_need q
                         LEFT JOIN card_count g ON g.doctor = a.doctor AND g.competency = q.competency AND g.method = q.method
                        WHERE q.competency = a.competency AND COALESCE(g.have, 0) < q.target
                          AND NOT (q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m
                                                          WHERE m.doctor = a.doctor AND m.competency = q.competency))))
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- answer_tell: the doctor is told of the answer that this person has just given; many: of one among several
-- in:   who, id u32, many bool, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT a.doctor, n.status, NULL, n.place,
       IF(:many, '/logbog/kompetencer', CONCAT('/logbog/kompetencer/', a.competency)), :now
  FROM approval a
  JOIN approval_now n ON n.doctor = a.doctor AND n.competency = a.competency
  JOIN approval l     ON l.id = n.approval AND l.given_by = :who
 WHERE a.id = :id
   AND n.status IN ('APPROVED', 'RETURNED', 'PARTLY')
   AND NOT (:many AND EXISTS (SELECT 1
                                FROM notice o
                               WHERE o.person = a.doctor AND o.kind = n.status AND o.place = n.place
                                 AND o.link = '/logbog/kompetencer' AND o.seen IS NULL AND o.made > :since));

-- doctors_coming: the doctors that come to this department within half a year; their logbooks are not within reach yet
-- in:   who
-- out:  name text, since day, until day
-- rows: many
SELECT p.name, e.since, e.until
  FROM user_role h
  JOIN element e         ON e.org_unit = h.org_unit AND e.cancelled IS NULL
                        AND e.since > :today AND e.since <= :today + INTERVAL 6 MONTH
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND p.id <> :who
   AND (NOT h.named OR EXISTS (SELECT 1
                                 FROM delegation g
                                WHERE g.held = h.id AND g.doctor = p.id AND g.until > e.since))
 ORDER BY e.since, p.name;

-- own_unit: the department or practice of which one is UAO or tutor
-- in:   who
-- out:  unit u32?
-- rows: one
SELECT h.org_unit
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until;

-- secretariat_here: the secretariat of the region of that department
-- in:   who
-- out:  person u32
-- rows: many
SELECT DISTINCT v.person
  FROM user_role h
  JOIN org_unit u  ON u.id = h.org_unit
  JOIN user_role v ON v.region = u.region AND v.role = 'VUS' AND :today >= v.since AND :today < v.until
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR');

-- supervisors_here: the supervisors of the department whose UAO or tutor asks, those of today first
-- in:   who
-- out:  held u32, name text, role text, since day, until day, named bool, doctors text?, live bool, waits bool
-- rows: many
SELECT s.id, p.name, s.role, s.since, s.until, s.named,
       (SELECT GROUP_CONCAT(d.name ORDER BY d.name SEPARATOR ', ')
          FROM delegation g
          JOIN person d ON d.id = g.doctor
         WHERE s.named AND g.held = s.id AND :today < g.until AND g.since < g.until),
       :today >= s.since AND :today < s.until, p.unconfirmed IS NOT NULL
  FROM user_role h
  JOIN user_role s ON s.org_unit = h.org_unit AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
  JOIN person p    ON p.id = s.person AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
 ORDER BY :today >= s.since AND :today < s.until DESC, :today < s.until DESC, p.name, s.since DESC, s.id;

-- supervisor_one: one of them, and how it came
-- in:   who, held u32
-- out:  person u32, name text, role text, place text, since day, until day, named bool, given_by text?, given_as text?, made_at moment?, ended_by text?, ended_at moment?, live bool, over bool, waits bool
-- rows: one
SELECT p.id, p.name, s.role, u.place, s.since, s.until, s.named, g.name, s.given_as, s.made_at,
       x.name, s.ended_at, :today >= s.since AND :today < s.until, :today >= s.until OR s.since = s.until,
       p.unconfirmed IS NOT NULL
  FROM user_role h
  JOIN user_role s   ON s.org_unit = h.org_unit AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
  JOIN person p      ON p.id = s.person AND p.gone IS NULL
  JOIN org_unit u    ON u.id = s.org_unit
  LEFT JOIN person g ON g.id = s.given_by
  LEFT JOIN person x ON x.id = s.ended_by
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND s.id = :held;

-- delegations_of: which doctors were delegated to a supervisor of this department, by whom, until when
-- in:   who, held u32
-- out:  doctor u32, name text, since day, until day, by_name text, made_at moment, ended_by text?, live bool
-- rows: many
SELECT g.doctor, d.name, g.since, g.until, b.name, g.made_at, x.name, :today < g.until AND g.since < g.until
  FROM user_role h
  JOIN user_role s   ON s.org_unit = h.org_unit AND s.id = :held
  JOIN delegation g  ON g.held = s.id
  JOIN person d      ON d.id = g.doctor
  JOIN person b      ON b.id = g.given_by
  LEFT JOIN person x ON x.id = g.ended_by
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
 ORDER BY :today < g.until AND g.since < g.until DESC, d.name, g.since DESC, g.id DESC;

-- doctors_to_delegate: the doctors of this department whom a supervisor may be given: here, to come within half a year, or gone for less than three months
-- in:   who, but u32
-- out:  doctor u32, name text, since day, until day
-- rows: many
SELECT p.id, p.name, MIN(e.since), MAX(e.until)
  FROM user_role h
  JOIN element e         ON e.org_unit = h.org_unit AND e.cancelled IS NULL
                        AND e.since <= :today + INTERVAL 6 MONTH AND e.until + INTERVAL 3 MONTH > :today
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND p.id <> :but
 GROUP BY p.id, p.name
 ORDER BY p.name, p.id;

-- supervisor_find: the one person with this e-mail address or CPR number; asked by who makes supervisors, who sees the name alone
-- in:   who, email text, find blob
-- out:  person u32, name text
-- rows: one
SELECT q.id, q.name
  FROM user_role h
  JOIN person p ON p.email = :email OR p.cpr_find = :find
  JOIN person q ON q.id = COALESCE(p.merged_into, p.id) AND q.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR');

-- supervisor_hold: one at a time for who makes supervisors: of two clicks the second waits here
-- in:   who
-- out:  id u32
-- rows: one
SELECT h.id
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   FOR UPDATE;

-- supervisor_put: a supervisor of the department in which one is UAO or tutor; nobody makes themselves one, and nobody is the same twice on one day
-- in:   who, person u32, role text, since day, until day, named bool
-- rows: none
INSERT INTO user_role (person, role, org_unit, since, until, given_by, named, given_as, made_at)
SELECT p.id, :role, h.org_unit, :since, :until, h.person, :named, h.role, :now
  FROM user_role h
  JOIN person p ON p.id = :person AND p.gone IS NULL AND p.id <> h.person
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND :role IN ('VEJLEDER', 'HOVEDVEJLEDER')
   AND NOT EXISTS (SELECT 1
                     FROM user_role o
                    WHERE o.person = p.id AND o.role = :role AND o.org_unit = h.org_unit
                      AND o.since < :until AND o.until > :since AND o.since < o.until);

-- supervisor_end: from that day on no more; one that has not begun has no day at all
-- in:   who, held u32, until day
-- rows: none
UPDATE user_role s
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND h.org_unit = s.org_unit AND :today >= h.since AND :today < h.until
   SET s.until = GREATEST(s.since, :until), s.ended_by = :who, s.ended_at = :now
 WHERE s.id = :held
   AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
   AND s.until > GREATEST(s.since, :until)
   AND :until >= :today;

-- supervisor_scope: all doctors of the department, or those named alone; holds the row; not one's own
-- in:   who, held u32, named bool
-- rows: none
UPDATE user_role s
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND h.org_unit = s.org_unit AND :today >= h.since AND :today < h.until
   SET s.named = :named
 WHERE s.id = :held
   AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
   AND s.person <> :who
   AND s.until > :today
   AND s.until > s.since;

-- delegation_put: a doctor of the department is delegated to one of its supervisors
-- in:   who, held u32, doctor u32, until day
-- rows: none
INSERT INTO delegation (held, doctor, since, until, given_by, given_as, made_at)
SELECT s.id, p.id, GREATEST(s.since, :today), :until, h.person, h.role, :now
  FROM user_role h
  JOIN user_role s ON s.org_unit = h.org_unit AND s.id = :held AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER')
                  AND s.person <> :who
  JOIN person p    ON p.id = :doctor AND p.gone IS NULL AND p.id <> s.person
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since
   AND :today < h.until
   AND :until > GREATEST(s.since, :today)
   AND EXISTS (SELECT 1
                 FROM element e
                WHERE e.doctor = p.id AND e.org_unit = s.org_unit AND e.cancelled IS NULL)
   AND NOT EXISTS (SELECT 1
                     FROM delegation o
                    WHERE o.held = s.id AND o.doctor = p.id AND o.until > GREATEST(s.since, :today));

-- delegation_end: a doctor is no longer delegated, from today on
-- in:   who, held u32, doctor u32
-- rows: none
UPDATE delegation g
  JOIN user_role s ON s.id = g.held
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND h.org_unit = s.org_unit AND :today >= h.since AND :today < h.until
   SET g.until = GREATEST(g.since, :today), g.ended_by = :who, g.ended_at = :now
 WHERE g.held = :held
   AND g.doctor = :doctor
   AND g.until > :today
   AND g.since < g.until;

-- looked_up: how often somebody has looked for a person by number or address since then
-- in:   who, since moment
-- out:  n i64
-- rows: one
SELECT COUNT(*)
  FROM audit a
 WHERE a.person = :who
   AND a.at > :since
   AND a.action IN ('find by cpr', 'find by email');
