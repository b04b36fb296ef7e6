-- employment_add: a row of one's own overview
-- in:   who, since day, until day?, kind text, hospital text, department text, specialty text, fraction u32?, position_no text, remarks text, corrects u32?, once blob?
-- rows: none
INSERT INTO employment (doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks, corrects, once, at)
SELECT p.id, :since, :until, :kind, :hospital, :department, :specialty, :fraction, :position_no, :remarks, :corrects, :once, :now
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE p.id = :who;

-- employment_take_out: a row of one's own overview is taken out, and stays to be asked for
-- in:   who, line u32
-- rows: none
UPDATE employment m
   SET m.cancelled = :now
 WHERE m.id = :line
   AND m.doctor = :who
   AND m.cancelled IS NULL;

-- employment_row: one row of one's own overview
-- in:   who, line u32
-- out:  id u32, since day, until day?, kind text, hospital text, department text, specialty text, fraction u32?, position_no text, remarks text
-- rows: one
SELECT m.id, m.since, m.until, m.kind, m.hospital, m.department, m.specialty, m.fraction, m.position_no, m.remarks
  FROM employment m
 WHERE m.id = :line
   AND m.doctor = :who
   AND m.cancelled IS NULL;

-- employment_of_form: the row that this form has already put in
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT m.id
  FROM employment m
 WHERE m.once = :once
   AND m.doctor = :who;

-- employment_sign: one's own overview, whole, as it is read today
-- in:   who, list text, sha256 blob, once blob
-- rows: none
-- chain: employment_signed
INSERT INTO employment_signed (doctor, list, sha256, once, given_by, by_name, as_role, at)
SELECT p.id, :list, :sha256, :once, p.id, p.name, h.role, :now
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE p.id = :who;

-- employment_signed_of_form: what this form has already signed
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT s.id
  FROM employment_signed s
 WHERE s.once = :once
   AND s.doctor = :who;

-- employment_remark_add: what one says of an element of one's own instead of what the logbook says
-- in:   who, element u32, remarks text, once blob
-- rows: none
INSERT INTO employment_remark (doctor, element, remarks, once, at)
SELECT e.doctor, e.id, :remarks, :once, :now
  FROM element e
  JOIN user_role h ON h.id = :as AND h.person = e.doctor AND h.role = 'UL'
 WHERE e.id = :element
   AND e.doctor = :who;

-- employment_remark_take_out: what one said of an element no more stands for what the logbook says
-- in:   who, element u32
-- rows: none
UPDATE employment_remark m
   SET m.cancelled = :now
 WHERE m.element = :element
   AND m.doctor = :who
   AND m.cancelled IS NULL;

-- employment_remark_of_form: what this form has already said
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT m.id
  FROM employment_remark m
 WHERE m.once = :once
   AND m.doctor = :who;
