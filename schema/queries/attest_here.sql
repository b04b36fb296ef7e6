-- Nobody but UAO and tutor of an element's department attests it, from its first day on and with no
-- latest day (R-ATT-11): so the statements ask the role held and its unit, and not reach, which ends.

-- attest_waiting: what this UAO or tutor has to attest: what was asked, what is due and what is overdue
-- in:   who, soon day, since day, most i64
-- out:  element u32, doctor u32, name text, stage text, since day, until day, time_id u32?, time_status text?, time_basis text?, time_at moment?, goals_id u32?, goals_status text?, goals_at moment?, paper_on day?, time_changed bool
-- rows: many
SELECT e.id, e.doctor, p.name, c.stage, e.since, e.until, tn.attestation, tn.status, tn.basis, tn.at,
       gn.attestation, gn.status, gn.at, t.paper_signed, k.element IS NOT NULL
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL AND e.since <= :today
  JOIN training_course c       ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p                ON p.id = e.doctor AND p.gone IS NULL
  LEFT JOIN attestation_now tn ON tn.doctor = e.doctor AND tn.element = e.id AND tn.kind = 'TIME'
  LEFT JOIN attestation t      ON t.id = tn.attestation AND tn.basis = 'PAPER_VERIFIED'
  LEFT JOIN attestation_now gn ON gn.doctor = e.doctor AND gn.element = e.id AND gn.kind = 'GOALS'
  LEFT JOIN time_changed k     ON k.element = e.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND ((tn.status = 'REQUESTED' AND tn.basis = 'ORDINARY') OR gn.status = 'REQUESTED'
        OR (tn.status = 'APPROVED' AND COALESCE(t.paper_signed, DATE(tn.at)) < e.until - INTERVAL 1 MONTH)
        OR k.element IS NOT NULL
        OR (e.until <= :soon AND e.until > :since
            AND (COALESCE(tn.status, 'NONE') <> 'APPROVED' OR COALESCE(gn.status, 'NONE') <> 'APPROVED')))
 ORDER BY (tn.status = 'REQUESTED' AND tn.basis = 'ORDINARY') OR gn.status = 'REQUESTED' DESC, e.until, p.name, e.id
 LIMIT :most;

-- attest_here: whose element it is, of this UAO's or tutor's department, begun
-- in:   who, element u32
-- out:  doctor u32
-- rows: one
SELECT e.doctor
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL AND :today >= e.since
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element;

-- attest_goals_here: the competencies due in an element of the department, and how far each has come
-- in:   who, element u32
-- out:  competency u32, number text, title text, status text?, kind text?, approval u32?
-- rows: many
SELECT d.competency, d.number, d.title, d.status, d.kind, d.approval
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN goal_due d ON d.element = e.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
 ORDER BY d.curriculum, d.position;

-- attest_absences_here: the absence registered in an element of the department, with what counts by the rule of the region and the first day
-- in:   who, element u32
-- out:  id u32, type u32, title text, counts bool, since day, until day
-- rows: many
SELECT a.id, a.type, t.title,
       COALESCE((SELECT r.counts
                   FROM absence_rule r
                  WHERE r.type = a.type AND r.region_key IN (c.region, 0) AND r.since <= a.since
                  ORDER BY r.region_key = 0, r.since DESC
                  LIMIT 1), 1) <> 0,
       a.since, a.until
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN training_course c ON c.id = e.course
  JOIN absence a         ON a.element = e.id AND a.cancelled IS NULL
  JOIN absence_type t    ON t.id = a.type
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
 ORDER BY a.since, a.id;

-- attest_moves_here: how supplementary agreements moved the end of an element of the department on
-- in:   who, element u32
-- out:  before_since day?, before_until day?, before_fraction u32?, after_since day?, after_until day?, after_fraction u32?, agreement text, published day
-- rows: many
SELECT x.before_since, x.before_until, x.before_fraction, x.after_since, x.after_until, x.after_fraction, x.agreement, x.published
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN element_moved_on x ON x.element = e.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
 ORDER BY x.published, x.after_until;

-- attest_replacements_here: the replacement posts that follow an element of the department
-- in:   who, element u32
-- out:  since day, until day
-- rows: many
SELECT x.since, x.until
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN element_replacement x ON x.element = e.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
 ORDER BY x.since;

-- attest_exception_here: the exception that holds for an element of the department: not reset since
-- in:   who, element u32
-- out:  id u32, days u32?, by_name text, at moment
-- rows: one
SELECT a.id, a.absence_days, a.by_name, a.at
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN attestation a ON a.doctor = e.doctor AND a.element = e.id AND a.kind = 'TIME' AND a.status = 'EXCEPTION'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
   AND NOT EXISTS (SELECT 1
                     FROM attestation r
                    WHERE r.doctor = a.doctor AND r.element = a.element AND r.kind = 'TIME' AND r.status = 'RESET' AND r.step > a.step)
 ORDER BY a.step DESC
 LIMIT 1;

-- attest_sign_time: the time of an element is signed as it is today, not before its last month (R-ATT-09), absence above the limit only with what makes up for it (R-ATT-10)
-- in:   who, element u32, days u32, most u32, kinds text?, prolonged text?, exception u32?, statement text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, doctor_name, auth_id, stage, specialty,
                         course_number, position_no, unit_place, unit_code, since, until, fraction, absence_days,
                         absence_limit, absence_kinds, prolonged, exception, statement, given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, 'TIME', COALESCE(n.step, 0) + 1, 'APPROVED', 'ORDINARY', e.org_unit, p.name, p.auth_id, c.stage, s.name,
       c.number, e.position_no, u.place, u.code, e.since, e.until, e.fraction, :days,
       :most, :kinds, :prolonged, :exception, :statement, b.id, b.name, h.role, u.place, :now
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
  JOIN person b          ON b.id = h.person
  JOIN org_unit u        ON u.id = e.org_unit
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
   AND :today >= e.until - INTERVAL 1 MONTH
   AND COALESCE(n.status, 'NONE') <> 'APPROVED'
   AND NOT (COALESCE(n.status, 'NONE') = 'REQUESTED' AND n.basis = 'PAPER_VERIFIED')
   AND (:days <= :most
        OR EXISTS (SELECT 1 FROM element_moved_on x WHERE x.element = e.id)
        OR EXISTS (SELECT 1 FROM element_replacement x WHERE x.element = e.id)
        OR EXISTS (SELECT 1
                     FROM attestation x
                    WHERE x.id = :exception AND x.element = e.id AND x.status = 'EXCEPTION' AND x.absence_days >= :days));

-- attest_sign_goals: the goals of an element are signed when all that are due in it are approved (R-ATT-22), with the approvals that it stands on
-- in:   who, element u32, goals text, statement text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, doctor_name, auth_id, stage, specialty,
                         course_number, position_no, unit_place, unit_code, since, until, fraction, goals, statement,
                         given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, 'GOALS', COALESCE(n.step, 0) + 1, 'APPROVED', 'ORDINARY', e.org_unit, p.name, p.auth_id, c.stage, s.name,
       c.number, e.position_no, u.place, u.code, e.since, e.until, e.fraction,
       :goals, :statement, b.id, b.name, h.role, u.place, :now
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
  JOIN person b          ON b.id = h.person
  JOIN org_unit u        ON u.id = e.org_unit
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'GOALS'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element
   AND :today >= e.since
   AND COALESCE(n.status, 'NONE') <> 'APPROVED'
   AND EXISTS (SELECT 1 FROM goal_due d WHERE d.element = e.id)
   AND NOT EXISTS (SELECT 1
                     FROM goal_due d
                    WHERE d.element = e.id
                      AND NOT (COALESCE(d.status, 'NONE') = 'APPROVED' AND FIND_IN_SET(d.approval, :goals) > 0));

-- attest_return: what was asked goes back with a reason
-- in:   who, element u32, kind text, words text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, :kind, n.step + 1, 'RETURNED', 'ORDINARY', e.org_unit, :words, b.id, b.name, h.role, u.place, :now
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL
  JOIN person b             ON b.id = h.person
  JOIN org_unit u           ON u.id = e.org_unit
  JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = :kind
                           AND n.status = 'REQUESTED' AND n.basis = 'ORDINARY'
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
   AND e.id = :element;

-- attest_papers: originals on paper that wait for the present UAO or tutor of their doctors (R-ATT-04)
-- in:   who, most i64
-- out:  id u32, doctor u32, name text, place text, since day, until day, at moment
-- rows: many
SELECT DISTINCT a.id, a.doctor, p.name, u.place, o.since, o.until, a.at
  FROM user_role h
  JOIN element e               ON e.org_unit = h.org_unit AND e.cancelled IS NULL AND :today >= e.since
                              AND (:today < e.until
        OR NOT EXISTS (SELECT 1
                         FROM element l
                        WHERE l.doctor = e.doctor AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until))
  JOIN attestation_now n ON n.doctor = e.doctor AND n.kind = 'TIME' AND n.status = 'REQUESTED' AND n.basis = 'PAPER_VERIFIED'
  JOIN attestation a     ON a.id = n.attestation
  JOIN element o         ON o.id = a.element AND o.cancelled IS NULL
  JOIN org_unit u        ON u.id = o.org_unit
  JOIN person p          ON p.id = e.doctor AND p.gone IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR')
   AND :today >= h.since AND :today < h.until
   AND e.doctor <> :who
 ORDER BY a.at, a.id
 LIMIT :most;

-- attest_paper_here: one of them, answered or not, with what the doctor says of it
-- in:   who, id u32
-- out:  id u32, doctor u32, name text, auth_id text?, stage text, specialty text?, course_number text, place text, code text, since day, until day, fraction u32, position_no text, paper u32, paper_name text, paper_type text, paper_pages u32, signer text?, title text?, signed_on day?, days u32?, most u32?, kinds text?, prolonged text?, at moment, now_id u32, now_status text, now_by text, now_as text, now_at moment, now_by_me bool
-- rows: one
SELECT a.id, a.doctor, p.name, p.auth_id, c.stage, s.name, c.number, u.place, u.code, o.since, o.until, o.fraction, o.position_no,
       f.id, f.name, f.type, f.pages, a.paper_signer, a.paper_title, a.paper_signed, a.absence_days, a.absence_limit,
       a.absence_kinds, a.prolonged, a.at, n.attestation, n.status, n.by_name, n.as_role, n.at, l.given_by = :who
  FROM attestation a
  JOIN attestation_now n ON n.doctor = a.doctor AND n.element = a.element AND n.kind = a.kind
  JOIN attestation l     ON l.id = n.attestation
  JOIN element o         ON o.id = a.element
  JOIN training_course c ON c.id = o.course
  JOIN person p          ON p.id = a.doctor
  JOIN org_unit u        ON u.id = o.org_unit
  JOIN file f            ON f.id = a.paper
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE a.id = :id
   AND a.status = 'REQUESTED'
   AND a.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM user_role h
                 JOIN element e ON e.org_unit = h.org_unit AND e.doctor = a.doctor AND e.cancelled IS NULL
                               AND :today >= e.since
                               AND (:today < e.until
        OR NOT EXISTS (SELECT 1
                         FROM element l
                        WHERE l.doctor = e.doctor AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until))
                WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND :today >= h.since AND :today < h.until);

-- attest_paper_absences: the absence registered in the element of a paper, for whom the paper is within reach of (attest_paper_here)
-- in:   who, id u32
-- out:  id u32, type u32, counts bool, since day, until day
-- rows: many
SELECT v.id, v.type,
       COALESCE((SELECT r.counts
                   FROM absence_rule r
                  WHERE r.type = v.type AND r.region_key IN (c.region, 0) AND r.since <= v.since
                  ORDER BY r.region_key = 0, r.since DESC
                  LIMIT 1), 1) <> 0,
       v.since, v.until
  FROM attestation a
  JOIN element o         ON o.id = a.element
  JOIN training_course c ON c.id = o.course
  JOIN absence v         ON v.element = o.id AND v.cancelled IS NULL
 WHERE a.id = :id
   AND a.basis = 'PAPER_VERIFIED'
   AND a.status = 'REQUESTED'
   AND a.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM user_role h
                 JOIN element e ON e.org_unit = h.org_unit AND e.doctor = a.doctor AND e.cancelled IS NULL
                               AND :today >= e.since
                               AND (:today < e.until
        OR NOT EXISTS (SELECT 1
                         FROM element l
                        WHERE l.doctor = e.doctor AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until))
                WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY v.since, v.id;

-- attest_paper_scan: its bytes
-- in:   who, id u32
-- out:  doctor u32, type text, name text, bytes blob
-- rows: one
SELECT a.doctor, f.type, f.name, b.bytes
  FROM attestation a
  JOIN file f         ON f.id = a.paper
  JOIN file_content b ON b.sha256 = f.content
 WHERE a.id = :id
   AND a.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM user_role h
                 JOIN element e ON e.org_unit = h.org_unit AND e.doctor = a.doctor AND e.cancelled IS NULL
                               AND :today >= e.since
                               AND (:today < e.until
        OR NOT EXISTS (SELECT 1
                         FROM element l
                        WHERE l.doctor = e.doctor AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until))
                WHERE h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR')
                  AND :today >= h.since AND :today < h.until);

-- attest_paper_answer: it is verified beside its scan, and then stands as signed; or it goes back with a reason
-- in:   who, id u32, status text, words text?, statement text?
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256, paper_signer,
                         paper_title, paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no,
                         unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds,
                         prolonged, statement, given_by, by_name, as_role, place, at)
SELECT n.doctor, n.element, 'TIME', n.step + 1, :status, 'PAPER_VERIFIED', o.org_unit, :words, n.paper, n.paper_sha256, n.paper_signer,
       n.paper_title, n.paper_signed, p.name, p.auth_id, c.stage, s.name, c.number, o.position_no,
       u.place, u.code, o.since, o.until, o.fraction, n.absence_days, n.absence_limit, n.absence_kinds,
       n.prolonged, :statement, b.id, b.name, h.role, y.place, :now
  FROM attestation_latest n
  JOIN element o         ON o.id = n.element AND o.cancelled IS NULL
  JOIN training_course c ON c.id = o.course
  JOIN person p          ON p.id = n.doctor AND p.gone IS NULL
  JOIN org_unit u        ON u.id = o.org_unit
  JOIN person b          ON b.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = b.id AND h.role IN ('UAO', 'TUTOR')
                        AND :today >= h.since AND :today < h.until
  JOIN org_unit y        ON y.id = h.org_unit
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE n.id = :id
   AND n.status = 'REQUESTED'
   AND n.basis = 'PAPER_VERIFIED'
   AND n.doctor <> :who
   AND :status IN ('APPROVED', 'RETURNED')
   AND EXISTS (SELECT 1
                 FROM element e
                WHERE e.org_unit = h.org_unit AND e.doctor = n.doctor AND e.cancelled IS NULL
                  AND :today >= e.since
                  AND (:today < e.until
        OR NOT EXISTS (SELECT 1
                         FROM element l
                        WHERE l.doctor = e.doctor AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until)));
