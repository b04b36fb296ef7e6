-- chain_research: a step of research training as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, part u32, step u32, status text, kind text, asked u32?, title text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, filed bool?, case_no text?, file u32?, file_sha256 blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words,
       ground, filed, case_no, file, file_sha256, given_by, by_name, as_role, place, at
  FROM research
 WHERE id = :id;
