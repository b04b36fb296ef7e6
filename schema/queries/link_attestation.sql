-- chain_attestation: an attestation as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, element u32, kind text, step u32, status text, basis text, org_unit u32, words text?, paper u32?, paper_sha256 blob?, paper_signer text?, paper_title text?, paper_signed day?, doctor_name text?, auth_id text?, stage text?, specialty text?, course_number text?, position_no text?, unit_place text?, unit_code text?, since day?, until day?, fraction u32?, absence_days u32?, absence_limit u32?, absence_kinds text?, prolonged text?, exception u32?, goals text?, statement text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256, paper_signer,
       paper_title, paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no,
       unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds,
       prolonged, exception, goals, statement, given_by, by_name, as_role, place, at
  FROM attestation
 WHERE id = :id;
