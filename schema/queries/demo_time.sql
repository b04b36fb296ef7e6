-- unit_specialty_set: the specialty of a place, for all elements there
-- in:   unit text, specialty text
-- rows: none
-- open: the try-out's tool acts for nobody
UPDATE element e
  JOIN org_unit u  ON u.id = e.org_unit
  JOIN specialty s ON s.code = :specialty
   SET e.specialty = s.id
 WHERE u.code = :unit;

-- demo_agreement_put: what was agreed of a course
-- in:   course_number text, kind text, number text, published day, effect text, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO agreement (course, kind, number, published, effect, at)
SELECT c.id, :kind, :number, :published, :effect, :at
  FROM training_course c
 WHERE c.number = :course_number;

-- demo_move_put: how an element was before an agreement made it what it is
-- in:   course_number text, seq u32, agreement text, before_since day, before_until day, before_fraction u32, at moment
-- rows: none
-- open: the try-out's tool acts for nobody
INSERT INTO element_change (element, doctor, agreement, what, before_org_unit, before_since, before_until,
                            before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
SELECT e.id, e.doctor, a.id, 'CHANGED', e.org_unit, :before_since, :before_until,
       :before_fraction, e.org_unit, e.since, e.until, e.fraction, :at
  FROM training_course c
  JOIN element e   ON e.course = c.id AND e.seq = :seq
  JOIN agreement a ON a.course = c.id AND a.number = :agreement
 WHERE c.number = :course_number;

-- demo_absence_put: absence as the doctor, or the UAO or tutor of the department, registered it that day
-- in:   email text, type text, since day, until day, by_email text, as_role text, day day, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day, under the same conditions
INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
SELECT p.id, e.id, t.id, :since, :until, b.id, b.name, h.role, :at
  FROM person p
  JOIN element e      ON e.doctor = p.id AND e.cancelled IS NULL AND :since >= e.since AND :until <= e.until
  JOIN absence_type t ON t.code = :type
  JOIN person b       ON b.email = :by_email
  JOIN user_role h    ON h.person = b.id AND h.role = :as_role AND :day >= h.since AND :day < h.until
 WHERE p.email = :email
   AND ((h.role = 'UL' AND b.id = p.id)
        OR (h.role IN ('UAO', 'TUTOR') AND b.id <> p.id AND h.org_unit = e.org_unit));

-- demo_absence_out: the same person took it out again
-- in:   absence u32, at moment
-- rows: none
-- open: the try-out's tool tells what somebody did that day
UPDATE absence
   SET cancelled = :at, cancelled_by = given_by
 WHERE id = :absence;
