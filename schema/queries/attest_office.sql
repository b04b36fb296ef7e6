-- attest_office_here: whose element it is, of a doctor of the region
-- in:   who, element u32
-- out:  doctor u32
-- rows: one
SELECT e.doctor
  FROM element e
 WHERE e.id = :element
   AND e.cancelled IS NULL
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.role = 'VUS'
                  AND :today >= r.since AND :today < r.until);

-- attest_except: the secretariat lets absence above the limit be signed, with a reason (R-ATT-10)
-- in:   who, element u32, days u32, most u32, words text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, absence_days, absence_limit,
                         given_by, by_name, as_role, place, at)
SELECT e.doctor, e.id, 'TIME', COALESCE(n.step, 0) + 1, 'EXCEPTION', 'ORDINARY', e.org_unit, :words, :days, :most,
       b.id, b.name, h.role, t.name, :now
  FROM element e
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN person b          ON b.id = :who
  JOIN user_role h       ON h.id = :as AND h.person = b.id AND h.role = 'VUS'
  JOIN training_region t ON t.id = h.region
  LEFT JOIN attestation_latest n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME'
 WHERE e.id = :element
   AND e.cancelled IS NULL
   AND e.doctor <> :who
   AND :days > :most
   AND :today >= e.since
   AND COALESCE(n.status, 'NONE') <> 'APPROVED'
   AND NOT (COALESCE(n.status, 'NONE') = 'REQUESTED' AND n.basis = 'PAPER_VERIFIED')
   AND NOT (COALESCE(n.status, 'NONE') = 'EXCEPTION' AND n.absence_days >= :days)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor
                  AND :today >= r.since AND :today < r.until);

-- attest_excepted: who has let the absence of an element be signed, and when
-- in:   who, element u32
-- out:  by_person u32, by_name text, at moment
-- rows: one
SELECT a.given_by, a.by_name, a.at
  FROM attestation_now n
  JOIN attestation a ON a.id = n.attestation
 WHERE n.element = :element
   AND n.kind = 'TIME'
   AND n.status = 'EXCEPTION'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = n.doctor AND r.role = 'VUS'
                  AND :today >= r.since AND :today < r.until);

-- attest_office_heads: UAO and tutor of the element, who can sign now
-- in:   who, element u32
-- out:  person u32, place text
-- rows: many
SELECT DISTINCT o.person, u.place
  FROM element e
  JOIN user_role o ON o.org_unit = e.org_unit AND o.role IN ('UAO', 'TUTOR') AND :today >= o.since AND :today < o.until
  JOIN org_unit u  ON u.id = e.org_unit
 WHERE e.id = :element
   AND o.person <> e.doctor
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor
                  AND :today >= r.since AND :today < r.until);

-- attest_resettable: the attestations of a doctor that stand, and can be reset (R-NUL-01)
-- in:   who, doctor u32
-- out:  id u32, kind text, basis text, unit_place text, since day, until day, by_person u32, by_name text, as_role text, place text, unit u32, at moment
-- rows: many
SELECT n.attestation, n.kind, n.basis, u.place, e.since, e.until, a.given_by, n.by_name, n.as_role, n.place, n.org_unit, n.at
  FROM attestation_now n
  JOIN attestation a ON a.id = n.attestation
  JOIN element e     ON e.id = n.element
  JOIN org_unit u    ON u.id = n.org_unit
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.role = 'VUS'
                  AND :today >= r.since AND :today < r.until)
 ORDER BY e.since, n.kind;

-- attest_reset: the step that strikes an attestation; the row of reset stands already
-- in:   who, doctor u32, attestation u32, reset u32
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, given_by, by_name, as_role, place, at)
SELECT n.doctor, n.element, n.kind, n.step + 1, 'RESET', 'ORDINARY', n.org_unit, r.reason, p.id, p.name, 'VUS', r.place, r.at
  FROM attestation_latest n
  JOIN reset r  ON r.id = :reset AND r.kind = 'ATTESTATION' AND r.row_id = n.id AND r.doctor = n.doctor
  JOIN person p ON p.id = :who
 WHERE n.id = :attestation
   AND n.doctor = :doctor
   AND n.doctor <> :who
   AND n.status = 'APPROVED'
   AND COALESCE(r.second, r.given_by) = :who
   AND EXISTS (SELECT 1 FROM user_role h WHERE h.id = :as AND h.person = :who AND h.role = 'VUS');
