-- forms_offered: the forms of the library, for everybody who is logged in
-- in:   who
-- out:  id u32, title text, stage text?, specialty text?, region text?, version u32, name text, pages u32, size u32, at moment
-- rows: many
SELECT f.id, f.title, f.stage, s.name, t.name, v.version, v.name, v.pages, v.size, v.at
  FROM person p
  JOIN form f
  JOIN form_version v         ON v.form = f.id
                             AND v.version = (SELECT MAX(l.version) FROM form_version l WHERE l.form = f.id)
  LEFT JOIN specialty s       ON s.id = f.specialty
  LEFT JOIN training_region t ON t.id = f.region
 WHERE p.id = :who
   AND f.ended_by IS NULL
 ORDER BY f.stage IS NOT NULL, f.stage, s.name, t.name, f.title, f.id;

-- form_bytes: the last version of a form of the library
-- in:   who, form u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT v.type, v.name, b.bytes
  FROM person p
  JOIN form f
  JOIN form_version v ON v.form = f.id
                     AND v.version = (SELECT MAX(l.version) FROM form_version l WHERE l.form = f.id)
  JOIN file_content b ON b.sha256 = v.content
 WHERE p.id = :who
   AND f.id = :form
   AND f.ended_by IS NULL;
