-- The doctor reminds those who can bring about what the documentation lacks: whose turn it is, is told in
-- the inbox, with what is missing (place) and nothing of the logbook.

-- reminder_add: the doctor reminds of one thing; taken when that was done within a week (rules/employment.sql)
-- in:   who, rule text
-- rows: none
INSERT INTO reminder (doctor, rule, given_by, day, at)
SELECT p.id, :rule, p.id, :today, :now
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE p.id = :who;

-- remind_supervisors: who may answer the requests for approval that wait
-- in:   who, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', n.doctor, :place, '/vejleder/anmodninger', :now
  FROM approval_now n
  JOIN approval a  ON a.id = n.approval
  JOIN user_role h ON h.org_unit = a.org_unit AND h.role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
  JOIN reach r     ON r.viewer = h.person AND r.held = h.id AND r.doctor = a.doctor AND r.element = a.element
                  AND r.may_approve AND :today >= r.since AND :today < r.until
 WHERE n.doctor = :who
   AND n.status = 'REQUESTED';

-- remind_attesters: UAO and tutor of the employments whose time may be attested and is not
-- in:   who, course u32, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', e.doctor, :place, '/vejleder/attestationer', :now
  FROM training_whole w
  JOIN element e              ON e.course = w.course
  JOIN user_role h            ON h.org_unit = e.org_unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
  JOIN person p               ON p.id = h.person AND p.gone IS NULL
  LEFT JOIN attestation_now n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME'
 WHERE w.of = :course
   AND e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.until - INTERVAL 1 MONTH
   AND COALESCE(n.status, 'NONE') <> 'APPROVED'
   AND h.person <> :who;

-- remind_present: the UAO and the tutor of where the doctor is, who verify files
-- in:   who, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', e.doctor, :place, '/vejleder/filer', :now
  FROM element e
  JOIN user_role h ON h.org_unit = e.org_unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND :today >= e.since
   AND :today < e.until
   AND h.person <> :who;

-- remind_providers: who holds the general courses that the doctor takes part in, or has sent a certificate of, and has not been approved in
-- in:   who, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', p.id, :place, '/kurser/mine', :now
  FROM person p
  JOIN course_def d             ON d.kind = 'GENERAL' AND d.required
  JOIN user_role h              ON h.course = d.id AND h.role = 'KURSUSUDBYDER' AND :today >= h.since AND :today < h.until
  JOIN person k                 ON k.id = h.person AND k.gone IS NULL
  LEFT JOIN course_record_now n ON n.doctor = p.id AND n.course = d.id
 WHERE p.id = :who
   AND h.person <> :who
   AND COALESCE(n.status, 'NONE') <> 'APPROVED'
   AND (n.status = 'CLAIMED'
        OR EXISTS (SELECT 1 FROM course_seat s WHERE s.course = d.id AND s.doctor = p.id AND s.taken_out IS NULL));

-- remind_leaders: the head course leaders of the specialty
-- in:   who, course u32, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', c.doctor, :place, '/kurser/samlet-godkendelse', :now
  FROM training_course c
  JOIN user_role h ON h.specialty = c.specialty AND h.role = 'HKL' AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE c.id = :course
   AND c.doctor = :who
   AND h.person <> :who;

-- remind_research: the research supervisors of the doctor
-- in:   who, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', s.doctor, :place, '/kurser/forskningstraening', :now
  FROM research_supervision s
  JOIN user_role h ON h.id = s.held AND h.role = 'FORSKVEJLEDER' AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE s.doctor = :who
   AND :today >= s.since
   AND :today < s.until
   AND h.person <> :who;

-- remind_office: the secretariats of the course's region
-- in:   who, course u32, place text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'READY_REMINDED', c.doctor, :place, CONCAT('/sekretariat/brugere/', c.doctor, '/dokumentation'), :now
  FROM training_course c
  JOIN user_role h ON h.region = c.region AND h.role = 'VUS' AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL
 WHERE c.id = :course
   AND c.doctor = :who
   AND :today < c.office_until
   AND h.person <> :who;
