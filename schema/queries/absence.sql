-- absence_add: absence within an element, registered by the doctor, or by the UAO or tutor of its department
-- in:   who, doctor u32, element u32, type u32, since day, until day
-- rows: none
INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
SELECT e.doctor, e.id, t.id, :since, :until, p.id, p.name, h.role, :now
  FROM person p
  JOIN user_role h    ON h.id = :as AND h.person = p.id
  JOIN element e      ON e.id = :element AND e.doctor = :doctor AND e.cancelled IS NULL
                     AND :since >= e.since AND :until <= e.until
  JOIN absence_type t ON t.id = :type
 WHERE p.id = :who
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until
                  AND (r.role = 'UL' OR (r.role IN ('UAO', 'TUTOR') AND r.element = e.id)));

-- absence_take_out: absence that was wrong is taken out, and stays to be seen: by the doctor what the doctor registered, by the UAO or tutor of the department whatever is of its element
-- in:   who, doctor u32, absence u32
-- rows: none
UPDATE absence a
   SET a.cancelled = :now, a.cancelled_by = :who
 WHERE a.id = :absence
   AND a.doctor = :doctor
   AND a.cancelled IS NULL
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until
                  AND ((r.role = 'UL' AND a.given_by = :who)
                       OR (r.role IN ('UAO', 'TUTOR') AND r.element = a.element)));

-- absence_tell_office: the secretariats of the course's region are told that a doctor is away for more than two weeks in a row (R-TID-07); not again within a day while it has not been seen
-- in:   who, doctor u32, element u32, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, 'ABSENCE_LONG', e.doctor, u.place, CONCAT('/sekretariat/brugere/', e.doctor, '/fravaer'), :now
  FROM element e
  JOIN training_course c ON c.id = e.course
  JOIN org_unit u        ON u.id = e.org_unit
  JOIN user_role h       ON h.region = c.region AND h.role = 'VUS' AND :today >= h.since AND :today < h.until
  JOIN person p          ON p.id = h.person AND p.gone IS NULL
 WHERE e.id = :element
   AND e.doctor = :doctor
   AND :today < c.office_until
   AND h.person <> :who
   AND EXISTS (SELECT 1 FROM absence a WHERE a.element = e.id AND a.given_by = :who AND a.at >= :now)
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = 'ABSENCE_LONG' AND o.about = e.doctor
                      AND o.place = u.place AND o.seen IS NULL AND o.made > :since);

-- absence_tell_ground: the doctor, UAO and tutor, and the secretariat of the course's region are told that the ground of the attestation of the element's time has changed; once for each attestation
-- in:   who, doctor u32, element u32
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT x.person, 'ATTEST_ABSENCE', x.doctor, u.place, x.link, :now
  FROM (SELECT e.id AS element, e.doctor AS doctor, e.doctor AS person, '/logbog/attestationer' AS link
          FROM element e
         WHERE e.id = :element AND e.doctor = :doctor
         UNION
        SELECT e.id, e.doctor, h.person, '/vejleder/attestationer'
          FROM element e
          JOIN user_role h ON h.org_unit = e.org_unit AND h.role IN ('UAO', 'TUTOR') AND :today >= h.since AND :today < h.until
         WHERE e.id = :element AND e.doctor = :doctor AND h.person <> e.doctor
         UNION
        SELECT e.id, e.doctor, h.person, CONCAT('/sekretariat/brugere/', e.doctor, '/attestationer')
          FROM element e
          JOIN training_course c ON c.id = e.course
          JOIN user_role h       ON h.region = c.region AND h.role = 'VUS' AND :today >= h.since AND :today < h.until
         WHERE e.id = :element AND e.doctor = :doctor AND h.person <> e.doctor) x
  JOIN element e         ON e.id = x.element
  JOIN org_unit u        ON u.id = e.org_unit
  JOIN person p          ON p.id = x.person AND p.gone IS NULL
  JOIN attestation_now n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME'
  JOIN time_changed t    ON t.element = e.id
 WHERE EXISTS (SELECT 1 FROM absence a WHERE a.element = e.id AND (a.given_by = :who OR a.cancelled_by = :who))
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = x.person AND o.kind = 'ATTEST_ABSENCE' AND o.about = x.doctor
                      AND o.place = u.place AND o.made >= n.at);
