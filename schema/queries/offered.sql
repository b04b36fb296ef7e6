-- specialties_all: every specialty, those that are none any more last
-- in:   today day
-- out:  specialty u32, name text, since day, until day, electronic_from day?, live bool
-- rows: many
-- open: which specialties there are is public, and since when they have the logbook
SELECT s.id, s.name, s.since, s.until, s.electronic_from, :today < s.until
  FROM specialty s
 ORDER BY :today < s.until DESC, s.name, s.id;

-- lists_all: every published curriculum
-- in:
-- out:  list u32, title text, stage text, specialty text, version text, basis text, cutoff day, demo bool
-- rows: many
-- open: curricula are public
SELECT l.id, l.title, l.stage, l.specialty, l.version, l.cutoff_basis, l.cutoff_date, l.demo
  FROM curriculum l
 ORDER BY l.stage, l.cutoff_date DESC, l.id;
