-- audit_add: who did what to what, as which role
-- in:   who, role text, session u32, action text, object text, object_id u32, detail text
-- rows: none
INSERT INTO audit (at, person, held, role, session, action, object, object_id, detail)
VALUES (:now, :who, NULLIF(:as, 0), :role, :session, :action, :object, :object_id, :detail);

-- look_add: this person looked into that doctor's logbook, on this page, as this role
-- in:   who, doctor u32, page text
-- rows: none
INSERT INTO look (doctor, viewer, held, role, page, at)
SELECT :doctor, h.person, h.id, h.role, :page, :now
  FROM user_role h
 WHERE h.id = :as
   AND h.person = :who
   AND h.person <> :doctor;
