-- place_of_code: a unit by its code
-- in:   code text
-- out:  id u32, kind text, parent u32?, region u32
-- rows: one
-- open: places are public; the clock acts for the site
SELECT id, kind, parent, region
  FROM org_unit
 WHERE code = :code;
