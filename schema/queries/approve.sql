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
-- out:  id u32, doctor u32, doctor_name text, number text, title text, rating u32?, words text?, at moment, approver_rule text
-- rows: many
SELECT a.id, a.doctor, p.name, c.number, c.title, a.rating, a.words, a.at, c.approver_rule
  FROM user_role h
  JOIN approval_now n ON n.org_unit = h.org_unit AND n.status = 'REQUESTED'
  JOIN approval a     ON a.id = n.approval
  JOIN reach r        ON r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                     AND r.may_approve AND :today >= r.since AND :today < r.until
  JOIN person p       ON p.id = a.doctor
  JOIN competency c   ON c.id = a.competency
 WHERE h.id = :as
   AND h.person = :who
 ORDER BY a.at, a.id
 LIMIT :skip, :most;

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
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = a.doctor AND r.element = a.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until);

-- doctors_here: the doctors that this person's department has today, and those who left lately
-- in:   who
-- out:  doctor u32, name text, since day, until day, is_now bool, approved i64, waiting i64
-- rows: many
SELECT p.id, p.name, e.since, e.until, :today < e.until,
       (SELECT COUNT(*) FROM approval_now n WHERE n.doctor = p.id AND n.status = 'APPROVED'),
       (SELECT COUNT(*) FROM approval_now n WHERE n.org_unit = e.org_unit AND n.status = 'REQUESTED' AND n.doctor = p.id)
  FROM reach r
  JOIN element e ON e.id = r.element
  JOIN person p  ON p.id = r.doctor
 WHERE r.viewer = :who
   AND r.held = :as
   AND :today >= r.since
   AND :today < r.until
 ORDER BY :today < e.until DESC, p.name;

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
   AND n.status IN ('APPROVED', 'RETURNED')
   AND NOT (:many AND EXISTS (SELECT 1
                                FROM notice o
                               WHERE o.person = a.doctor AND o.kind = n.status AND o.place = n.place
                                 AND o.link = '/logbog/kompetencer' AND o.seen IS NULL AND o.made > :since));
