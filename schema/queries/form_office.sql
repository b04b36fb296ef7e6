-- forms_kept: the forms that the secretariat of this role keeps, or the project leader for all of Denmark
-- in:   who
-- out:  id u32, title text, stage text?, specialty text?, version u32, name text, by_name text, at moment, ended moment?
-- rows: many
SELECT f.id, f.title, f.stage, s.name, v.version, v.name, v.by_name, v.at, f.ended_at
  FROM user_role h
  JOIN form f           ON f.region <=> h.region
  JOIN form_version v   ON v.form = f.id
                       AND v.version = (SELECT MAX(l.version) FROM form_version l WHERE l.form = f.id)
  LEFT JOIN specialty s ON s.id = f.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER')
 ORDER BY f.ended_at IS NOT NULL, f.title, f.id;

-- form_add: a form for the library
-- in:   who, title text, stage text?, specialty u32?, once blob
-- rows: none
INSERT INTO form (title, stage, specialty, region, once)
SELECT :title, :stage, :specialty, h.region, :once
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND ((h.role = 'VUS' AND h.region IS NOT NULL) OR h.role = 'PROJEKTLEDER')
   AND :today >= h.since
   AND :today < h.until;

-- form_version_add: the file of a form, which replaces the one before
-- in:   who, form u32, version u32, type text, pages u32, size u32, name text, content blob
-- rows: none
INSERT INTO form_version (form, version, type, pages, size, name, content, given_by, by_name, at)
SELECT f.id, :version, :type, :pages, :size, :name, :content, p.id, p.name, :now
  FROM user_role h
  JOIN person p ON p.id = h.person
  JOIN form f   ON f.region <=> h.region AND f.id = :form AND f.ended_by IS NULL
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= h.since
   AND :today < h.until;

-- form_end: a form is taken out of the library
-- in:   who, form u32
-- rows: none
UPDATE form f
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND h.region <=> f.region AND :today >= h.since AND :today < h.until
   SET f.ended_by = h.person, f.ended_at = :now
 WHERE f.id = :form
   AND f.ended_by IS NULL;

-- form_one: a form that this role keeps
-- in:   who, form u32
-- out:  id u32, title text, stage text?, specialty text?, version u32, ended bool
-- rows: one
SELECT f.id, f.title, f.stage, s.name, v.version, f.ended_by IS NOT NULL
  FROM user_role h
  JOIN form f           ON f.region <=> h.region AND f.id = :form
  JOIN form_version v   ON v.form = f.id
                       AND v.version = (SELECT MAX(l.version) FROM form_version l WHERE l.form = f.id)
  LEFT JOIN specialty s ON s.id = f.specialty
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER');

-- form_versions: the versions of a form that this role keeps, newest first
-- in:   who, form u32
-- out:  version u32, name text, pages u32, by_name text, at moment
-- rows: many
SELECT v.version, v.name, v.pages, v.by_name, v.at
  FROM user_role h
  JOIN form f         ON f.region <=> h.region AND f.id = :form
  JOIN form_version v ON v.form = f.id
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER')
 ORDER BY v.version DESC;

-- form_version_bytes: one of these
-- in:   who, form u32, version u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT v.type, v.name, b.bytes
  FROM user_role h
  JOIN form f         ON f.region <=> h.region AND f.id = :form
  JOIN form_version v ON v.form = f.id AND v.version = :version
  JOIN file_content b ON b.sha256 = v.content
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('VUS', 'PROJEKTLEDER');

-- form_of_once: the form that was put in with this form of the page
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT f.id
  FROM form f
  JOIN form_version v ON v.form = f.id AND v.version = 1
 WHERE f.once = :once
   AND v.given_by = :who;
