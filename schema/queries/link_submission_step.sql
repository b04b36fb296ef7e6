-- chain_submission_step: a step of an order as the chain holds it, with the order itself: every column of both
-- in:   id u32
-- out:  id u32, submission u32, doctor u32, step u32, status text, words text?, size u32?, sha256 blob?, pdf_sha256 blob?, sign_key u32?, given_by u32?, by_name text, as_role text, at moment, kind text, part text, main u32?, reference text, attestations text, files text, consent text, once blob, ordered_by u32, ordered_name text, ordered_role text, ordered moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT t.id, t.submission, t.doctor, t.step, t.status, t.words, t.size, t.sha256, t.pdf_sha256, t.sign_key,
       t.given_by, t.by_name, t.as_role, t.at,
       s.kind, s.part, s.main, s.reference, s.attestations, s.files, s.consent, s.once,
       s.given_by, s.by_name, s.as_role, s.at
  FROM submission_step t
  JOIN submission s ON s.id = t.submission
 WHERE t.id = :id;
