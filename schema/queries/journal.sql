-- place_now: where the doctor is employed today
-- in:   who
-- out:  place text
-- rows: many
SELECT u.place
  FROM element e
  JOIN org_unit u ON u.id = e.org_unit
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.since
   AND :today < e.until
 ORDER BY e.since DESC
 LIMIT 1;

-- elements_to_ask: the departments that can answer the doctor today: the present element, and those that ended in the last three months
-- in:   who
-- out:  id u32, place text, since day, until day, is_now bool
-- rows: many
SELECT e.id, u.place, e.since, e.until, :today < e.until
  FROM element e
  JOIN org_unit u ON u.id = e.org_unit
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.since
   AND :today < e.until + INTERVAL 3 MONTH
 ORDER BY e.since DESC;

-- approval_ask: the doctor asks a department for approval of a competency of one of their lists
-- in:   who, competency u32, element u32, rating u32?, words text?
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, rating, words,
                      given_by, by_name, as_role, place, at)
SELECT p.id, c.id, COALESCE(n.step, 0) + 1, 'REQUESTED', 'ORDINARY', e.id, e.org_unit, :rating, :words,
       p.id, p.name, h.role, u.place, :now
  FROM person p
  JOIN user_role h         ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN competency c        ON c.id = :competency
  JOIN course_curriculum k ON k.doctor = p.id AND k.curriculum = c.curriculum AND k.left_on IS NULL
  JOIN element e           ON e.id = :element AND e.doctor = p.id AND e.cancelled IS NULL
                          AND :today >= e.since AND :today < e.until + INTERVAL 3 MONTH
  JOIN org_unit u          ON u.id = e.org_unit
  LEFT JOIN approval_latest n ON n.doctor = p.id AND n.competency = c.id
 WHERE p.id = :who
   AND COALESCE(n.status, 'WITHDRAWN') IN ('WITHDRAWN', 'RETURNED', 'PARTLY', 'RESET')
 LIMIT 1;

-- approval_change: the doctor puts right what a request says while nobody has answered it (R-KOM-13): a further step, so that what stood there before stays
-- in:   who, competency u32, latest u32, rating u32?, words text?
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, rating, words,
                      given_by, by_name, as_role, place, at)
SELECT n.doctor, n.competency, n.step + 1, 'REQUESTED', 'ORDINARY', n.element, n.org_unit, :rating, :words,
       p.id, p.name, h.role, n.place, :now
  FROM approval_latest n
  JOIN person p    ON p.id = n.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.doctor = :who
   AND n.competency = :competency
   AND n.id = :latest
   AND n.status = 'REQUESTED';

-- request_tell: who may answer the request that the doctor has just made there is told; the same doctor's next one that day not again while the first has not been seen
-- in:   who, competency u32, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'REQUESTED', a.doctor, a.place, '/vejleder/anmodninger', :now
  FROM approval_now n
  JOIN approval a   ON a.id = n.approval
  JOIN competency c ON c.id = a.competency
  JOIN user_role h  ON h.org_unit = a.org_unit AND h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
  JOIN person p     ON p.id = h.person AND p.gone IS NULL
  JOIN reach r      ON r.viewer = h.person AND r.held = h.id AND r.doctor = a.doctor AND r.element = a.element
                   AND r.may_approve AND :today >= r.since AND :today < r.until
 WHERE n.doctor = :who
   AND n.competency = :competency
   AND n.status = 'REQUESTED'
   AND (c.approver_rule = 'ALLE'
        OR (c.approver_rule = 'UAO' AND h.role IN ('UAO', 'TUTOR'))
        OR (c.approver_rule = 'TUTOR' AND h.role = 'TUTOR'))
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = 'REQUESTED' AND o.about = a.doctor
                      AND o.place = a.place AND o.seen IS NULL AND o.made > :since);

-- approval_withdraw: the doctor takes a request back while nobody has answered it
-- in:   who, competency u32
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit,
                      given_by, by_name, as_role, place, at)
SELECT n.doctor, n.competency, n.step + 1, 'WITHDRAWN', 'ORDINARY', n.element, n.org_unit,
       p.id, p.name, h.role, n.place, :now
  FROM approval_latest n
  JOIN person p    ON p.id = n.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.doctor = :who
   AND n.competency = :competency
   AND n.status = 'REQUESTED';

-- looks_into: who has seen this doctor's logbook, newest first
-- in:   who, skip i64, most i64
-- out:  at moment, name text, role text, place text?, page text
-- rows: many
SELECT l.at, p.name, l.role, COALESCE(u.place, t.name), l.page
  FROM look l
  JOIN person p               ON p.id = l.viewer
  LEFT JOIN user_role h       ON h.id = l.held
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN training_region t ON t.id = h.region
 WHERE l.doctor = :who
 ORDER BY l.at DESC, l.id DESC
 LIMIT :skip, :most;

-- delivered_to_archive: the deliveries to the archives that this doctor's logbook was in, newest first
-- in:   who
-- out:  at moment, region text?
-- rows: many
SELECT d.at, t.name
  FROM archive_logbook l
  JOIN archive_delivery d     ON d.id = l.delivery
  LEFT JOIN training_region t ON t.id = d.region
 WHERE l.doctor = :who
 ORDER BY d.at DESC, d.id DESC;
