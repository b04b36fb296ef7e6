-- attest_signed_all: the attestations of a doctor that stand, as they were signed, with their place in the chain
-- in:   who, doctor u32
-- out:  id u32, element u32, kind text, basis text, doctor_name text?, auth_id text?, stage text?, specialty text?, course_number text?, position_no text?, unit_place text?, unit_code text?, since day?, until day?, fraction u32?, absence_days u32?, absence_limit u32?, absence_kinds text?, prolonged text?, statement text?, paper_signer text?, paper_title text?, paper_signed day?, by_name text, as_role text, place text, at moment, now_until day, goals_changed bool, time_changed bool, link u32, hash blob
-- rows: many
SELECT a.id, a.element, a.kind, a.basis, a.doctor_name, a.auth_id, a.stage, a.specialty, a.course_number, a.position_no,
       a.unit_place, a.unit_code, a.since, a.until, a.fraction, a.absence_days, a.absence_limit,
       IF(EXISTS (SELECT 1
                    FROM reach o
                   WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor AND :today >= o.since AND :today < o.until
                     AND (o.role IN ('UL', 'VUS') OR o.element = a.element)), a.absence_kinds, NULL), a.prolonged,
       a.statement, a.paper_signer, a.paper_title, a.paper_signed, a.by_name, a.as_role, a.place, a.at, e.until,
       EXISTS (SELECT 1 FROM goals_changed k WHERE k.attestation = a.id),
       a.kind = 'TIME' AND EXISTS (SELECT 1 FROM time_changed k WHERE k.element = a.element),
       l.n, l.hash
  FROM attestation_now n
  JOIN attestation a ON a.id = n.attestation
  JOIN element e     ON e.id = a.element
  JOIN chain_link l  ON l.kind = 'ATTESTATION' AND l.row_id = a.id
 WHERE n.doctor = :doctor
   AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
 ORDER BY a.since, a.element, a.kind;
