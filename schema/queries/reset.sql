-- reset_doctor: a doctor whom the secretariat has today, and whether it asks for a second person
-- in:   who, doctor u32
-- out:  doctor u32, name text, region u32, region_name text, two bool
-- rows: one
SELECT p.id, p.name, t.id, t.name,
       COALESCE((SELECT l.two
                   FROM reset_rule l
                  WHERE l.region = o.region AND l.since <= :today
                  ORDER BY l.id DESC
                  LIMIT 1), 0) = 1
  FROM office_now o
  JOIN person p          ON p.id = o.doctor
  JOIN training_region t ON t.id = o.region
 WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
   AND :today >= o.since AND :today < o.until
   AND o.doctor <> :who
 LIMIT 1;

-- reset_approvals: competencies approved in the ordinary way, that can be reset
-- in:   who, doctor u32
-- out:  id u32, title text, about text, by_person u32, by_name text, as_role text, place text, unit u32?, at moment
-- rows: many
SELECT n.approval, CONCAT(c.number, ' ', c.title), CONCAT(k.title, ', version ', k.version), a.given_by, n.by_name, n.as_role,
       n.place, n.org_unit, n.at
  FROM approval_now n
  JOIN approval a   ON a.id = n.approval
  JOIN competency c ON c.id = n.competency
  JOIN curriculum k ON k.id = c.curriculum
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND n.merit IS NULL
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY k.id, c.position;

-- reset_merits: merits that can be reset, with the competencies and courses that go with each
-- in:   who, doctor u32
-- out:  id u32, note text?, letter_name text?, goals text?, courses text?, by_person u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.note, f.name,
       (SELECT GROUP_CONCAT(CONCAT(c.number, ' ', c.title) ORDER BY c.position SEPARATOR '\n')
          FROM approval a
          JOIN competency c ON c.id = a.competency
         WHERE a.merit = m.id),
       (SELECT GROUP_CONCAT(CONCAT('Kursus: ', d.name) ORDER BY d.position, d.name SEPARATOR '\n')
          FROM merit_course x
          JOIN course_record_now n ON n.record = x.record
          JOIN course_def d        ON d.id = x.course
         WHERE x.doctor = m.doctor AND x.merit = m.id),
       m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM merit m
  LEFT JOIN file f ON f.id = m.letter
 WHERE m.doctor = :doctor
   AND NOT EXISTS (SELECT 1 FROM reset r WHERE r.kind = 'MERIT' AND r.row_id = m.id)
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY m.at DESC, m.id DESC;

-- reset_add: what is struck, on whose written request; where the region asks for no second person
-- in:   who, doctor u32, kind text, row u32, requester text, requested_on day, case_no text?, request_file u32?, reason text, once blob
-- rows: none
-- chain: reset
INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once,
                   given_by, by_name, as_role, place, at)
SELECT o.doctor, :kind, :row, :requester, :requested_on, :case_no, :request_file, :reason, :once,
       p.id, p.name, 'VUS', t.name, :now
  FROM office_now o
  JOIN person p          ON p.id = o.viewer
  JOIN training_region t ON t.id = o.region
 WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
   AND :today >= o.since AND :today < o.until
   AND o.doctor <> :who
   AND :requested_on <= :today
   AND NOT COALESCE((SELECT l.two
                       FROM reset_rule l
                      WHERE l.region = o.region AND l.since <= :today
                      ORDER BY l.id DESC
                      LIMIT 1), 0)
 LIMIT 1;

-- reset_confirm: the second person of the secretariat confirms what the first asked for
-- in:   who, asked u32
-- rows: none
-- chain: reset
INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once, second,
                   given_by, by_name, as_role, place, at)
SELECT a.doctor, a.kind, a.row_id, a.requester, a.requested_on, a.case_no, a.request_file, a.reason, a.once, o.viewer,
       a.given_by, a.by_name, a.as_role, t.name, :now
  FROM reset_asked a
  JOIN office_now o      ON o.viewer = :who AND o.held = :as AND o.doctor = a.doctor AND o.region = a.region
                        AND :today >= o.since AND :today < o.until
  JOIN training_region t ON t.id = o.region
 WHERE a.id = :asked
   AND a.state = 'OPEN'
   AND :today < a.expires
   AND a.given_by <> :who
   AND a.doctor <> :who
 LIMIT 1;

-- reset_of_form: the reset that this form has made already, or that waits
-- in:   who, doctor u32, once blob
-- out:  waits bool
-- rows: one
SELECT x.waits
  FROM (SELECT FALSE AS waits
          FROM reset r
         WHERE r.once = :once AND r.doctor = :doctor AND r.given_by = :who
         UNION ALL
        SELECT TRUE
          FROM reset_asked a
         WHERE a.once = :once AND a.doctor = :doctor AND a.given_by = :who) x
 LIMIT 1;

-- approval_reset: the step that strikes an approval of a competency; the row of reset stands already
-- in:   who, doctor u32, approval u32, reset u32
-- rows: none
-- chain: approval
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit,
                      given_by, by_name, as_role, place, at)
SELECT n.doctor, n.competency, n.step + 1, 'RESET', 'ORDINARY', n.element, n.org_unit,
       p.id, p.name, 'VUS', r.place, r.at
  FROM approval_latest n
  JOIN reset r  ON r.id = :reset AND r.doctor = n.doctor
  JOIN person p ON p.id = :who
 WHERE n.id = :approval
   AND n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND COALESCE(r.second, r.given_by) = :who
   AND EXISTS (SELECT 1 FROM user_role h WHERE h.id = :as AND h.person = :who AND h.role = 'VUS');

-- reset_merit_goals: the approvals that rest on a merit
-- in:   who, doctor u32, merit u32
-- out:  approval u32, unit u32?
-- rows: many
SELECT n.approval, n.org_unit
  FROM approval_now n
 WHERE n.doctor = :doctor
   AND n.merit = :merit
   AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY n.competency;

-- reset_merit_courses: the courses that the decision on a merit covers
-- in:   who, doctor u32, merit u32
-- out:  record u32
-- rows: many
SELECT x.record
  FROM merit_course x
  JOIN course_record_now n ON n.doctor = x.doctor AND n.course = x.course AND n.record = x.record
 WHERE x.doctor = :doctor
   AND x.merit = :merit
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY x.course;

-- reset_tell_leaders: UAO and tutor of the department of what was struck, and of the present ones (R-NUL-05)
-- in:   who, doctor u32, unit u32?, told u32
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'RESET_OF', :doctor, '', '', :now
  FROM (SELECT e.org_unit AS unit
          FROM element e
         WHERE e.doctor = :doctor AND e.cancelled IS NULL AND :today >= e.since AND :today < e.until
         UNION
        SELECT u.id FROM org_unit u WHERE u.id = :unit) x
  JOIN user_role h ON h.org_unit = x.unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE h.person NOT IN (:doctor, :who, :told);

-- reset_tell_second: the others of the secretariat, one of whom is to confirm
-- in:   who, doctor u32, link text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'RESET_ASKED', :doctor, '', :link, :now
  FROM user_role o
  JOIN user_role h ON h.region = o.region AND h.role = 'VUS' AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE o.id = :as AND o.person = :who
   AND h.person NOT IN (:who, :doctor);

-- reset_ask: what the second person is to confirm, for fourteen days
-- in:   who, doctor u32, kind text, row u32, title text, requester text, requested_on day, case_no text?, request_file u32?, reason text, once blob
-- rows: none
INSERT INTO reset_asked (doctor, region, kind, row_id, title, requester, requested_on, case_no, request_file, reason, once,
                         given_by, by_name, as_role, place, at, expires)
SELECT o.doctor, o.region, :kind, :row, :title, :requester, :requested_on, :case_no, :request_file, :reason, :once,
       p.id, p.name, 'VUS', t.name, :now, :today + INTERVAL 14 DAY
  FROM office_now o
  JOIN person p          ON p.id = o.viewer
  JOIN training_region t ON t.id = o.region
 WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
   AND :today >= o.since AND :today < o.until
   AND o.doctor <> :who
   AND :requested_on <= :today
 LIMIT 1;

-- reset_asked_over: what nobody confirmed in time makes room for being asked anew
-- in:   who, kind text, row u32
-- rows: none
UPDATE reset_asked a
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'VUS' AND h.region = a.region
   SET a.state = 'WITHDRAWN', a.closed_by = p.id, a.closed_name = p.name, a.closed_at = :now
 WHERE a.kind = :kind
   AND a.row_id = :row
   AND a.state = 'OPEN'
   AND a.expires <= :today;

-- reset_asked_close: confirmed by a second person, or taken back by anybody of the secretariat
-- in:   who, asked u32, state text
-- rows: none
UPDATE reset_asked a
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'VUS' AND h.region = a.region
                  AND :today >= h.since AND :today < h.until
   SET a.state = :state, a.closed_by = p.id, a.closed_name = p.name, a.closed_at = :now
 WHERE a.id = :asked
   AND a.state = 'OPEN'
   AND a.doctor <> :who;

-- resets_asked: what waits in the region for a second person, oldest first
-- in:   who
-- out:  id u32, doctor u32, name text, title text, by_name text, own bool, at moment, expires day, over bool
-- rows: many
SELECT a.id, a.doctor, p.name, a.title, a.by_name, a.given_by = :who, a.at, a.expires, a.expires <= :today
  FROM user_role h
  JOIN reset_asked a ON a.region = h.region AND a.is_open = 1
  JOIN person p      ON p.id = a.doctor
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
   AND a.doctor <> :who
 ORDER BY a.at, a.id
 LIMIT 200;

-- reset_asked_one: one that was asked for in the region, waiting or closed
-- in:   who, asked u32
-- out:  id u32, doctor u32, name text, kind text, row u32, title text, requester text, requested_on day, case_no text?, request_file u32?, file_name text?, reason text, by_name text, own bool, at moment, expires day, over bool, state text, closed_name text?, closed_at moment?, has_doctor bool
-- rows: one
SELECT a.id, a.doctor, p.name, a.kind, a.row_id, a.title, a.requester, a.requested_on, a.case_no, a.request_file, f.name,
       a.reason, a.by_name, a.given_by = :who, a.at, a.expires, a.expires <= :today, a.state, a.closed_name, a.closed_at,
       EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = a.doctor AND o.region = a.region
                  AND :today >= o.since AND :today < o.until)
  FROM user_role h
  JOIN reset_asked a ON a.region = h.region AND a.id = :asked
  JOIN person p      ON p.id = a.doctor
  LEFT JOIN file f   ON f.id = a.request_file
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
   AND a.doctor <> :who;

-- resets_of_region: what the secretariat has reset, newest first
-- in:   who, skip u32, page u32
-- out:  doctor u32, name text, kind text, requester text, requested_on day, case_no text?, by_name text, second_name text?, at moment
-- rows: many
SELECT r.doctor, p.name, r.kind, r.requester, r.requested_on, r.case_no, r.by_name, s.name, r.at
  FROM user_role h
  JOIN training_region t ON t.id = h.region
  JOIN reset r           ON r.place = t.name
  JOIN person p          ON p.id = r.doctor
  LEFT JOIN person s     ON s.id = r.second
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
   AND r.doctor <> :who
 ORDER BY r.at DESC, r.id DESC
 LIMIT :skip, :page;

-- resets_of_doctor: all that was reset in one logbook, newest first
-- in:   who, doctor u32
-- out:  id u32, kind text, requester text, requested_on day, case_no text?, request_file u32?, file_name text?, reason text, by_name text, second_name text?, at moment
-- rows: many
SELECT r.id, r.kind, r.requester, r.requested_on, r.case_no, r.request_file, f.name, r.reason, r.by_name, s.name, r.at
  FROM reset r
  LEFT JOIN person s ON s.id = r.second
  LEFT JOIN file f   ON f.id = r.request_file
 WHERE r.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM reach x
                WHERE x.viewer = :who AND x.held = :as AND x.doctor = :doctor AND x.may_merit
                  AND :today >= x.since AND :today < x.until)
 ORDER BY r.at DESC, r.id DESC;

-- reset_request: the written request of a doctor within reach
-- in:   who, doctor u32, file u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND f.kind = 'REQUEST'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.may_merit
                  AND :today >= r.since AND :today < r.until);

-- reset_rule_now: does the region ask for two persons, and what is set for tomorrow
-- in:   who
-- out:  region_name text, two bool, later bool, since day?, by_name text?, at moment?
-- rows: one
SELECT t.name,
       COALESCE((SELECT l.two
                   FROM reset_rule l
                  WHERE l.region = t.id AND l.since <= :today
                  ORDER BY l.id DESC
                  LIMIT 1), 0) = 1,
       COALESCE(n.two, 0) = 1, n.since, n.by_name, n.at
  FROM user_role h
  JOIN training_region t ON t.id = h.region
  LEFT JOIN reset_rule n ON n.id = (SELECT x.id
                                      FROM reset_rule x
                                     WHERE x.region = t.id
                                     ORDER BY x.id DESC
                                     LIMIT 1)
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS';

-- reset_rule_add: two persons from today, or one from tomorrow
-- in:   who, two bool
-- rows: none
INSERT INTO reset_rule (region, since, two, given_by, by_name, at)
SELECT h.region, IF(:two, :today, :today + INTERVAL 1 DAY), :two, p.id, p.name, :now
  FROM user_role h
  JOIN person p ON p.id = h.person
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
   AND :today >= h.since AND :today < h.until;

-- reset_attestations: attestations that can be reset, the latest element first
-- in:   who, doctor u32
-- out:  id u32, goals bool, since day, until day, by_person u32, by_name text, as_role text, place text, unit_place text, unit u32, at moment
-- rows: many
SELECT n.attestation, n.kind = 'GOALS', e.since, e.until, a.given_by, n.by_name, n.as_role, n.place, u.place, n.org_unit, n.at
  FROM attestation_now n
  JOIN attestation a ON a.id = n.attestation
  JOIN element e     ON e.id = n.element
  JOIN org_unit u    ON u.id = n.org_unit
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY e.since DESC, n.element, n.kind;

-- attestation_reset: the step that strikes an attestation; the row of reset stands already
-- in:   who, doctor u32, attestation u32, reset u32
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, given_by, by_name, as_role, place, at)
SELECT n.doctor, n.element, n.kind, n.step + 1, 'RESET', 'ORDINARY', n.org_unit, r.reason, p.id, p.name, 'VUS', r.place, r.at
  FROM attestation_latest n
  JOIN reset r  ON r.id = :reset AND r.doctor = n.doctor
  JOIN person p ON p.id = :who
 WHERE n.id = :attestation
   AND n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND COALESCE(r.second, r.given_by) = :who
   AND EXISTS (SELECT 1 FROM user_role h WHERE h.id = :as AND h.person = :who AND h.role = 'VUS');

-- reset_rests: the attestations of goals that rest on an approval, or on those of a merit
-- in:   who, doctor u32, approval u32?, merit u32?
-- out:  place text, at moment, by_name text
-- rows: many
SELECT DISTINCT u.place, n.at, n.by_name
  FROM approval_now a
  JOIN attestation_now n ON n.doctor = a.doctor AND n.kind = 'GOALS' AND n.status = 'APPROVED'
  JOIN attestation g     ON g.id = n.attestation AND FIND_IN_SET(a.approval, g.goals) > 0
  JOIN org_unit u        ON u.id = n.org_unit
 WHERE a.doctor = :doctor
   AND a.status = 'APPROVED'
   AND (a.approval = :approval OR a.merit = :merit)
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY n.at;

-- reset_courses: courses and overall approvals that can be reset, as they are listed; what a merit covers goes with it
-- in:   who, doctor u32
-- out:  like reset_approvals
-- rows: many
SELECT n.record, d.name, n.kind, c.given_by, c.by_name, c.as_role, c.place, c.org_unit, c.at
  FROM course_record_now n
  JOIN course_record c ON c.id = n.record
  JOIN course_def d    ON d.id = n.course
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND NOT EXISTS (SELECT 1 FROM merit_course x WHERE x.doctor = n.doctor AND x.record = n.record)
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY d.kind, d.position, d.name, n.record;

-- course_reset: the step that strikes a course, of the same kind and with the same certificate; the row of reset stands already
-- in:   who, doctor u32, record u32, reset u32
-- rows: none
-- chain: course_record
INSERT INTO course_record (doctor, course, step, status, kind, file, file_sha256, region, words, given_by, by_name, as_role, place, at)
SELECT c.doctor, c.course, c.step + 1, 'RESET', c.kind, c.file, c.file_sha256, t.id, r.reason, p.id, p.name, 'VUS', r.place, r.at
  FROM course_record_latest l
  JOIN course_record c   ON c.id = l.id
  JOIN reset r           ON r.id = :reset AND r.doctor = c.doctor
  JOIN user_role h       ON h.id = :as AND h.person = :who AND h.role = 'VUS'
  JOIN training_region t ON t.id = h.region
  JOIN person p          ON p.id = h.person
 WHERE c.id = :record
   AND c.doctor = :doctor
   AND c.status = 'APPROVED'
   AND COALESCE(r.second, r.given_by) = :who;

-- reset_rests_series: the overall approvals that rest on a course
-- in:   who, doctor u32, record u32
-- out:  name text, at moment, by_name text
-- rows: many
SELECT e.name, c.at, c.by_name
  FROM course_record x
  JOIN course_def d        ON d.id = x.course AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
  JOIN course_record_now n ON n.doctor = x.doctor AND n.status = 'APPROVED'
  JOIN course_record c     ON c.id = n.record
  JOIN course_def e        ON e.id = n.course AND e.kind = 'SERIES'
                          AND (e.specialty = d.specialty
                               OR EXISTS (SELECT 1 FROM course_specialty s WHERE s.course = d.id AND s.specialty = e.specialty))
 WHERE x.id = :record
   AND x.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until);

-- reset_researches: parts of research training that can be reset, in their order
-- in:   who, doctor u32
-- out:  like reset_approvals
-- rows: many
SELECT n.research, o.title, n.kind, s.given_by, s.by_name, s.as_role, s.place, NULL, s.at
  FROM research_now n
  JOIN research s      ON s.id = n.research
  JOIN research_part o ON o.id = n.part
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM office_now o2
                WHERE o2.viewer = :who AND o2.held = :as AND o2.doctor = :doctor
                  AND :today >= o2.since AND :today < o2.until)
 ORDER BY o.position, n.research;

-- research_reset: the step that strikes a part of research training, of the same kind; the row of reset stands already
-- in:   who, doctor u32, research u32, reset u32
-- rows: none
-- chain: research
INSERT INTO research (doctor, part, step, status, kind, asked, words, given_by, by_name, as_role, place, at)
SELECT l.doctor, l.part, l.step + 1, 'RESET', l.kind, l.asked, r.reason, p.id, p.name, 'VUS', r.place, r.at
  FROM research_latest l
  JOIN reset r     ON r.id = :reset AND r.doctor = l.doctor
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS'
  JOIN person p    ON p.id = h.person
 WHERE l.id = :research
   AND l.doctor = :doctor
   AND l.status = 'APPROVED'
   AND COALESCE(r.second, r.given_by) = :who;

-- reset_rests_research: the overall attestation that rests on a part of research training
-- in:   who, doctor u32, research u32
-- out:  title text, at moment, by_name text
-- rows: one
SELECT o.title, n.at, n.by_name
  FROM research x
  JOIN research_part me ON me.id = x.part AND me.kind <> 'OVERALL'
  JOIN research_part o  ON o.research_list = me.research_list AND o.kind = 'OVERALL'
  JOIN research_now n   ON n.doctor = x.doctor AND n.part = o.id AND n.status = 'APPROVED'
 WHERE x.id = :research
   AND x.doctor = :doctor
   AND EXISTS (SELECT 1
                 FROM office_now o2
                WHERE o2.viewer = :who AND o2.held = :as AND o2.doctor = :doctor
                  AND :today >= o2.since AND :today < o2.until);
