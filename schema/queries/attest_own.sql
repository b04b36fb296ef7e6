-- attest_ask: the doctor asks the department of an element to attest its time or its goals
-- in:   who, element u32, kind text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, given_by, by_name, as_role, place, at)
SELECT p.id, e.id, :kind, COALESCE(n.step, 0) + 1, 'REQUESTED', 'ORDINARY', e.org_unit, p.id, p.name, h.role, u.place, :now
  FROM person p
  JOIN user_role h       ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN element e         ON e.id = :element AND e.doctor = p.id AND e.cancelled IS NULL AND :today >= e.since
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
  LEFT JOIN attestation_latest n ON n.doctor = p.id AND n.element = e.id AND n.kind = :kind
 WHERE p.id = :who
   AND COALESCE(n.status, 'RESET') IN ('WITHDRAWN', 'RETURNED', 'RESET', 'EXCEPTION');

-- attest_paper_ask: the doctor brings the original of an element that has ended, for the present UAO or tutor to verify
-- in:   who, element u32, paper u32, signer text, title text, signed_on day, days u32, most u32, kinds text?, prolonged text?
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title,
                         paper_signed, absence_days, absence_limit, absence_kinds, prolonged,
                         given_by, by_name, as_role, place, at)
SELECT p.id, e.id, 'TIME', COALESCE(n.step, 0) + 1, 'REQUESTED', 'PAPER_VERIFIED', e.org_unit, f.id, f.content, :signer, :title,
       :signed_on, :days, :most, :kinds, :prolonged, p.id, p.name, h.role, u.place, :now
  FROM person p
  JOIN user_role h       ON h.id = :as AND h.person = p.id AND h.role = 'UL'
  JOIN element e         ON e.id = :element AND e.doctor = p.id AND e.cancelled IS NULL AND :today >= e.until
  JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
  JOIN file f            ON f.id = :paper AND f.doctor = p.id AND f.given_by = p.id AND f.kind = 'PAPER_ATTESTATION'
  LEFT JOIN attestation_latest n ON n.doctor = p.id AND n.element = e.id AND n.kind = 'TIME'
 WHERE p.id = :who
   AND COALESCE(n.status, 'RESET') IN ('WITHDRAWN', 'RETURNED', 'RESET', 'EXCEPTION')
   AND :signed_on >= e.until - INTERVAL 1 MONTH
   AND :signed_on <= :today
   AND NOT EXISTS (SELECT 1 FROM attestation x WHERE x.paper = f.id);

-- attest_withdraw: the doctor takes it back while nobody has answered
-- in:   who, element u32, kind text
-- rows: none
-- chain: attestation
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title,
                         paper_signed, absence_days, absence_limit, given_by, by_name, as_role, place, at)
SELECT n.doctor, n.element, n.kind, n.step + 1, 'WITHDRAWN', n.basis, n.org_unit, n.paper, n.paper_sha256, n.paper_signer,
       n.paper_title, n.paper_signed, n.absence_days, n.absence_limit, p.id, p.name, h.role, u.place, :now
  FROM attestation_latest n
  JOIN person p    ON p.id = n.doctor
  JOIN org_unit u  ON u.id = n.org_unit
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.doctor = :who
   AND n.element = :element
   AND n.kind = :kind
   AND n.status = 'REQUESTED';

-- attest_ask_tell: who may answer what the doctor has just asked of an element is told: its department's UAO and tutor, or, of paper, those of where the doctor is now; not again while the same has not been seen that day
-- in:   who, element u32, paper bool, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, IF(:paper, 'PAPER_ASKED', 'ATTEST_ASKED'), e.doctor, u.place,
       IF(:paper, '/vejleder/verificering', '/vejleder/attestationer'), :now
  FROM element e
  JOIN user_role h ON h.org_unit = e.org_unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
  JOIN person p    ON p.id = h.person AND p.gone IS NULL AND p.id <> :who
  JOIN org_unit u  ON u.id = e.org_unit
 WHERE e.doctor = :who
   AND e.cancelled IS NULL
   AND ((NOT :paper AND e.id = :element)
        OR (:paper AND :today >= e.since
            AND (:today < e.until
                 OR NOT EXISTS (SELECT 1
                                  FROM element l
                                 WHERE l.doctor = :who AND l.cancelled IS NULL AND l.since <= :today AND l.until > e.until))))
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = IF(:paper, 'PAPER_ASKED', 'ATTEST_ASKED') AND o.about = e.doctor
                      AND o.place = u.place AND o.seen IS NULL AND o.made > :since);
