-- audit_add: who did what to what, as which role
-- in:   who, role text, session u32, action text, object text, object_id u32, detail text
-- rows: none
INSERT INTO audit (at, person, held, role, session, action, object, object_id, detail)
VALUES (:now, :who, NULLIF(:as, 0), :role, :session, :action, :object, :object_id, :detail);

-- look_add: this person looked into the logbooks of these doctors (a JSON list of numbers), on this page, as this role
-- in:   who, doctors text, page text
-- rows: none
INSERT INTO look (doctor, viewer, held, role, page, at)
SELECT j.doctor, h.person, h.id, h.role, :page, :now
  FROM user_role h
  JOIN JSON_TABLE(:doctors, '$[*]' COLUMNS (doctor INT UNSIGNED PATH '$')) j
 WHERE h.id = :as
   AND h.person = :who
   AND h.person <> j.doctor;
