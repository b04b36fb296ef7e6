-- demo_employed: the doctor whose overview of employment is told
-- in:   email text
-- out:  id u32
-- rows: one
-- open: the try-out's tool asks for nobody
SELECT p.id
  FROM person p
 WHERE p.email = :email;

-- demo_employment_put: a row of a doctor's overview of employment
-- in:   doctor u32, since day, until day, kind text, hospital text, department text, specialty text, fraction u32?, remarks text, once blob, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor wrote that day
INSERT INTO employment (doctor, since, until, kind, hospital, department, specialty, fraction, remarks, once, at)
SELECT p.id, :since, :until, :kind, :hospital, :department, :specialty, :fraction, :remarks, :once, :at
  FROM person p
 WHERE p.id = :doctor;

-- demo_employment_sign: the overview as it was that day
-- in:   doctor u32, list text, sha256 blob, once blob, at moment
-- rows: none
-- chain: employment_signed
-- open: the try-out's tool tells what a doctor did that day
INSERT INTO employment_signed (doctor, list, sha256, once, given_by, by_name, as_role, at)
SELECT p.id, :list, :sha256, :once, p.id, p.name, 'UL', :at
  FROM person p
 WHERE p.id = :doctor;
