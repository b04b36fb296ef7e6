-- demo_element: an element by its course and place in it, with what is due in it
-- in:   course_number text, seq u32
-- out:  id u32, since day, until day, due i64
-- rows: one
-- open: the try-out's tool asks for nobody
SELECT e.id, e.since, e.until, (SELECT COUNT(*) FROM goal_due d WHERE d.element = e.id)
  FROM training_course c
  JOIN element e ON e.course = c.id AND e.seq = :seq
 WHERE c.number = :course_number;

-- demo_grounds: the approvals that an attestation of an element's goals stands on
-- in:   element u32
-- out:  approval u32
-- rows: many
-- open: the try-out's tool asks for nobody
SELECT n.approval
  FROM goal_due d
  JOIN approval_now n ON n.doctor = d.doctor AND n.competency = d.competency AND n.status = 'APPROVED'
 WHERE d.element = :element
 ORDER BY d.curriculum, d.position;

-- demo_attest_ask: the doctor asks for an attestation, or brings an original on paper
-- in:   element u32, kind text, paper u32?, signer text?, title text?, signed_on day?, days u32?, most u32?, day day, at moment
-- rows: none
-- chain: attestation
-- open: the try-out's tool tells what a doctor did that day, under the same conditions
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title,
                         paper_signed, absence_days, absence_limit, given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, :kind, COALESCE(n.step, 0) + 1, 'REQUESTED', IF(f.id IS NULL, 'ORDINARY', 'PAPER_VERIFIED'), e.org_unit,
       f.id, f.content, :signer, :title, :signed_on, :days, :most, p.id, p.name, h.role, u.place, :at
  FROM element e
  JOIN person p    ON p.id = e.doctor
  JOIN user_role h ON h.person = p.id AND h.role = 'UL' AND :day >= h.since AND :day < h.until
  JOIN org_unit u  ON u.id = e.org_unit
  LEFT JOIN file f ON f.id = :paper AND f.doctor = p.id AND f.kind = 'PAPER_ATTESTATION'
  LEFT JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = :kind
 WHERE e.id = :element
   AND :day >= e.since
   AND (:paper IS NULL) = (f.id IS NULL)
   AND COALESCE(n.status, 'RESET') IN ('WITHDRAWN', 'RETURNED', 'RESET', 'EXCEPTION');

-- demo_attest_sign: UAO or tutor of the department signs, or of the doctor's present one an original on paper
-- in:   element u32, kind text, by_email text, as_role text, days u32?, most u32?, goals text?, statement text, day day, at moment
-- rows: none
-- chain: attestation
-- open: the try-out's tool tells what an approver did that day, under the same conditions
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title,
                         paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no, unit_place, unit_code,
                         since, until, fraction, absence_days, absence_limit, goals, statement, given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, :kind, COALESCE(n.step, 0) + 1, 'APPROVED', IF(n.status = 'REQUESTED', n.basis, 'ORDINARY'), e.org_unit,
       n.paper, n.paper_sha256, n.paper_signer, n.paper_title, n.paper_signed, p.name, p.auth_id, c.stage, s.name, c.number,
       e.position_no, u.place, u.code, e.since, e.until, e.fraction, COALESCE(n.absence_days, :days), COALESCE(n.absence_limit, :most),
       :goals, :statement, b.id, b.name, h.role, v.place, :at
  FROM element e
  JOIN training_course c ON c.id = e.course
  JOIN person p          ON p.id = e.doctor
  JOIN org_unit u        ON u.id = e.org_unit
  JOIN person b          ON b.email = :by_email AND b.id <> p.id
  JOIN user_role h       ON h.person = b.id AND h.role = :as_role AND h.role IN ('UAO', 'TUTOR') AND :day >= h.since AND :day < h.until
  JOIN org_unit v        ON v.id = h.org_unit
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = :kind
 WHERE e.id = :element
   AND ((COALESCE(n.basis, 'ORDINARY') = 'ORDINARY' AND h.org_unit = e.org_unit AND :day >= e.until - INTERVAL 1 MONTH)
        OR (n.basis = 'PAPER_VERIFIED' AND n.status = 'REQUESTED'
            AND EXISTS (SELECT 1
                          FROM element x
                         WHERE x.doctor = e.doctor AND x.org_unit = h.org_unit AND :day >= x.since AND :day < x.until)));

-- demo_attest_return: UAO or tutor sends it back
-- in:   element u32, kind text, by_email text, as_role text, words text, day day, at moment
-- rows: none
-- chain: attestation
-- open: the try-out's tool tells what an approver did that day, under the same conditions
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, :kind, n.step + 1, 'RETURNED', 'ORDINARY', e.org_unit, :words, b.id, b.name, h.role, u.place, :at
  FROM element e
  JOIN org_unit u           ON u.id = e.org_unit
  JOIN person b             ON b.email = :by_email AND b.id <> e.doctor
  JOIN user_role h          ON h.person = b.id AND h.role = :as_role AND h.org_unit = e.org_unit
                           AND :day >= h.since AND :day < h.until
  JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = :kind AND n.status = 'REQUESTED'
 WHERE e.id = :element;

-- demo_paper_put: the scan of an original of a doctor
-- in:   email text, type text, pages u32, size u32, name text, content blob, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT p.id, 'PAPER_ATTESTATION', :type, :pages, :size, :name, :content, p.id, :at
  FROM person p
 WHERE p.email = :email;
