-- chain_course_record: a step of a course as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, course u32, step u32, status text, kind text, run u32?, absent u32?, held_on day?, file u32?, file_sha256 blob?, region u32?, org_unit u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region, org_unit, words,
       given_by, by_name, as_role, place, at
  FROM course_record
 WHERE id = :id;
