-- chain_reset: a reset as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, kind text, row_id u32, requester text, requested_on day, case_no text?, request_file u32?, reason text, once blob, second u32?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once, second,
       given_by, by_name, as_role, place, at
  FROM reset
 WHERE id = :id;
