-- The states of a course of a doctor, which may follow which, and what must never happen.  The latest
-- row of each story is kept in course_record_now by the second trigger, with the owner's rights.
CREATE OR REPLACE TRIGGER course_record_follows BEFORE INSERT ON course_record FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';
  DECLARE before_record INT UNSIGNED DEFAULT 0;
  DECLARE before_kind VARCHAR(20) DEFAULT '';
  DECLARE what VARCHAR(20) DEFAULT (SELECT kind FROM course_def WHERE id = NEW.course);

  SELECT n.step, n.status, n.record, n.kind INTO before_step, before_status, before_record, before_kind
    FROM course_record_now n
   WHERE n.doctor = NEW.doctor AND n.course = NEW.course;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'course_record: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'WITHDRAWN' THEN before_status = 'CLAIMED'
         WHEN 'REFUSED'   THEN before_status = 'CLAIMED'
         WHEN 'RESET'     THEN before_status = 'APPROVED' AND NEW.kind = before_kind
         WHEN 'CLAIMED'   THEN before_status NOT IN ('APPROVED', 'CLAIMED')
         ELSE before_status <> 'APPROVED'
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: this status may not follow that one';
  END IF;
  IF NEW.status NOT IN ('CLAIMED', 'WITHDRAWN') AND NEW.given_by = NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: nobody approves their own';
  END IF;
  -- What is verified, refused or taken back is the certificate that waits, and no other.
  IF NEW.kind = 'PAPER_VERIFIED' AND NEW.status IN ('APPROVED', 'REFUSED', 'WITHDRAWN')
     AND NOT COALESCE((SELECT before_status = 'CLAIMED' AND r.file = NEW.file AND r.file_sha256 = NEW.file_sha256
                         FROM course_record r WHERE r.id = before_record), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: not the certificate that waits';
  END IF;
  IF NEW.file IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file f
        WHERE f.id = NEW.file AND f.doctor = NEW.doctor AND f.kind = 'CERTIFICATE' AND f.content = NEW.file_sha256) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: no certificate of this doctor';
  END IF;
  IF what = 'SERIES' AND NEW.status NOT IN ('APPROVED', 'RESET') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: a series is approved, nothing else';
  END IF;
  -- R-KUR-23, R-KUR-25: by the head course leader alone, and only when nothing is missing.  Days are those of
  -- UTC here and of Denmark in the programs, hence the day more.
  IF what = 'SERIES' AND NEW.status = 'APPROVED' AND NOT taking_in(NEW.doctor) AND (NEW.as_role <> 'HKL' OR NEW.kind <> 'ORDINARY'
     OR NOT EXISTS (SELECT 1 FROM course_def e
                     JOIN course_def d ON d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required
                    WHERE e.id = NEW.course AND DATE(NEW.at) + INTERVAL 1 DAY >= d.since AND DATE(NEW.at) < d.until
                      AND (d.specialty = e.specialty
                           OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = e.specialty)))
     OR EXISTS (SELECT 1 FROM course_def e
                  JOIN course_def d ON d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required
                 WHERE e.id = NEW.course AND DATE(NEW.at) >= d.since AND DATE(NEW.at) + INTERVAL 1 DAY < d.until
                   AND (d.specialty = e.specialty
                        OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = e.specialty))
                   AND NOT EXISTS (SELECT 1 FROM course_record_now n
                                    WHERE n.doctor = NEW.doctor AND n.status = 'APPROVED'
                                      AND (n.course = d.id OR n.course IN (SELECT q.course FROM course_equal q
                                                                            WHERE q.counts_as = d.id))))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: the series is not whole, or not for this role';
  END IF;
END
//
CREATE OR REPLACE TRIGGER course_record_is_now AFTER INSERT ON course_record FOR EACH ROW
INSERT INTO course_record_now (doctor, course, record, step, status, kind)
VALUES (NEW.doctor, NEW.course, NEW.id, NEW.step, NEW.status, NEW.kind)
ON DUPLICATE KEY UPDATE record = NEW.id, step = NEW.step, status = NEW.status, kind = NEW.kind
//
CREATE OR REPLACE TRIGGER course_record_stays BEFORE UPDATE ON course_record FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: rows are only ever added'
//
CREATE OR REPLACE TRIGGER course_record_remains BEFORE DELETE ON course_record FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: rows are only ever added'
//
CREATE OR REPLACE TRIGGER course_run_stays BEFORE UPDATE ON course_run FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_run: rows are only ever added'
//
CREATE OR REPLACE TRIGGER course_run_remains BEFORE DELETE ON course_run FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_run: rows are only ever added'
//
CREATE OR REPLACE TRIGGER course_seat_remains BEFORE DELETE ON course_seat FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: is taken out, never deleted'
//
-- A course is ended, never deleted; what it is does not change under what was approved.
CREATE OR REPLACE TRIGGER course_def_remains BEFORE DELETE ON course_def FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_def: is ended, never deleted'
//
CREATE OR REPLACE TRIGGER course_def_only_ends BEFORE UPDATE ON course_def FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (NEW.code = OLD.code AND NEW.name = OLD.name AND NEW.kind = OLD.kind
     AND NEW.specialty <=> OLD.specialty AND NEW.stage <=> OLD.stage AND NEW.region <=> OLD.region
     AND NEW.required = OLD.required AND NEW.hours <=> OLD.hours AND NEW.days <=> OLD.days
     AND NEW.since = OLD.since AND NEW.until <= OLD.until) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_def: is ended, never changed';
  END IF;
END
//
-- Specialty courses belong to the main training (R-KUR-20); who puts them in by other ways need not say it.
CREATE OR REPLACE TRIGGER course_def_has_stage BEFORE INSERT ON course_def FOR EACH ROW
BEGIN
  IF NEW.kind IN ('SPECIALTY', 'CROSS_SPECIALTY', 'SERIES') THEN
    SET NEW.stage = 'HU';
  END IF;
  IF NEW.region IS NOT NULL AND NEW.kind <> 'GENERAL' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_def: a region has general courses alone';
  END IF;
END
//
CREATE OR REPLACE TRIGGER specialty_has_series AFTER INSERT ON specialty FOR EACH ROW
INSERT INTO course_def (code, name, kind, specialty, stage, position)
VALUES (CONCAT('samlet-', NEW.code), CONCAT('Samlet godkendelse, ', NEW.name), 'SERIES', NEW.id, 'HU', 900)
//
-- What each program may add: in the name of somebody who is logged in, in a role that has that course or
-- that doctor that day.
CREATE OR REPLACE TRIGGER course_record_by_account BEFORE INSERT ON course_record FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);
  DECLARE on_day DATE DEFAULT DATE(NEW.at);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.status IN ('CLAIMED', 'WITHDRAWN') AND NEW.as_role = 'UL'
     WHEN 'logbook-approve' THEN
       NEW.as_role IN ('UAO', 'TUTOR')
       AND ((NEW.kind = 'PAPER_VERIFIED' AND NEW.status IN ('APPROVED', 'REFUSED'))
            OR (NEW.kind = 'ORDINARY' AND NEW.status = 'APPROVED'
                AND EXISTS (SELECT 1 FROM course_def d WHERE d.id = NEW.course AND d.stage = 'KBU' AND d.kind = 'GENERAL')))
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role AND h.org_unit = e.org_unit
                    WHERE e.doctor = NEW.doctor AND e.org_unit = NEW.org_unit AND e.cancelled IS NULL
                      AND e.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < e.until
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     WHEN 'logbook-course' THEN
       NEW.status IN ('APPROVED', 'NOT_PASSED', 'REFUSED') AND NEW.kind <> 'MERIT'
       AND (NEW.kind <> 'PAPER_VERIFIED' OR NEW.as_role = 'KURSUSUDBYDER')
       AND (NEW.kind <> 'OTHER_BASIS' OR NEW.as_role = 'HKL')
       AND (NEW.kind <> 'ORDINARY' OR NEW.as_role = 'HKL'
            OR EXISTS (SELECT 1 FROM course_seat s WHERE s.run = NEW.run AND s.doctor = NEW.doctor AND s.course = NEW.course
                          AND s.taken_out IS NULL))
       AND EXISTS (SELECT 1 FROM user_role h
                     JOIN course_def d ON d.id = NEW.course
                    WHERE h.person = NEW.given_by AND h.role = NEW.as_role
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                      AND CASE h.role
                          WHEN 'HKL' THEN d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY', 'SERIES')
                            AND (d.specialty = h.specialty
                                 OR EXISTS (SELECT 1 FROM course_specialty x
                                             WHERE x.course = d.id AND x.specialty = h.specialty))
                          WHEN 'DKL' THEN d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.id = h.course
                          WHEN 'KURSUSUDBYDER' THEN d.kind = 'GENERAL' AND d.id = h.course
                          ELSE FALSE END)
     WHEN 'logbook-office' THEN
       NEW.as_role = 'VUS'
       AND ((NEW.status = 'APPROVED' AND (NEW.kind = 'MERIT'
             OR (NEW.kind = 'OTHER_BASIS' AND EXISTS (SELECT 1 FROM course_def d
                                                       WHERE d.id = NEW.course AND d.kind = 'GENERAL'))))
            OR (NEW.status = 'RESET' AND EXISTS (SELECT 1 FROM reset z
                  JOIN course_record_now n ON n.doctor = NEW.doctor AND n.course = NEW.course
                                          AND (n.record = z.row_id OR z.kind = 'MERIT')
                 WHERE (z.kind = 'COURSE' OR EXISTS (SELECT 1 FROM merit_course x
                                                      WHERE x.doctor = NEW.doctor AND x.merit = z.row_id AND x.record = n.record
                                                        AND z.kind = 'MERIT'))
                   AND z.doctor = NEW.doctor
                   AND COALESCE(z.second, z.given_by) = NEW.given_by AND z.at = NEW.at)))
       AND EXISTS (SELECT 1 FROM training_course c
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = 'VUS' AND h.region = c.region
                    WHERE c.doctor = NEW.doctor AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_record: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER course_run_by_account BEFORE INSERT ON course_run FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in((SELECT j.doctor FROM journal_taken j WHERE j.ended IS NULL LIMIT 1)) AND NOT (is_logged_in(NEW.given_by, NEW.at)
     AND EXISTS (SELECT 1 FROM user_role h JOIN course_def d ON d.id = NEW.course
                  WHERE h.person = NEW.given_by AND h.role = NEW.as_role
                    AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                    AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                         OR (h.role = 'HKL' AND (d.specialty = h.specialty
                             OR EXISTS (SELECT 1 FROM course_specialty x
                                         WHERE x.course = d.id AND x.specialty = h.specialty)))))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_run: not for this account to add';
  END IF;
END
//
-- Nobody is put on a hold but by who has the course, and nobody by themselves.
CREATE OR REPLACE TRIGGER course_seat_by_account BEFORE INSERT ON course_seat FOR EACH ROW
BEGIN
  IF NEW.course <> (SELECT v.course FROM course_run v WHERE v.id = NEW.run) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: another course than that of the hold';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT (NEW.put_by <> NEW.doctor
     AND is_logged_in(NEW.put_by, NEW.at)
     AND EXISTS (SELECT 1 FROM user_role h JOIN course_def d ON d.id = NEW.course
                  WHERE h.person = NEW.put_by
                    AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                    AND ((h.role IN ('DKL', 'KURSUSUDBYDER') AND h.course = d.id)
                         OR (h.role = 'HKL' AND (d.specialty = h.specialty
                             OR EXISTS (SELECT 1 FROM course_specialty x
                                         WHERE x.course = d.id AND x.specialty = h.specialty)))))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: not for this account to add';
  END IF;
END
//
-- Sixty take part in a hold and no more (SEATS_MOST).  The programs take the hold's turn before (run_turn),
-- so that two of them do not count the same; a row that another is just adding is waited for here.
CREATE OR REPLACE TRIGGER course_seat_is_there BEFORE INSERT ON course_seat FOR EACH ROW
IF (SELECT COUNT(*) FROM course_seat s WHERE s.run = NEW.run AND s.taken_out IS NULL LOCK IN SHARE MODE) >= 60 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: sixty take part already';
END IF
//
CREATE OR REPLACE TRIGGER course_seat_is_there_again BEFORE UPDATE ON course_seat FOR EACH ROW
IF OLD.taken_out IS NOT NULL AND NEW.taken_out IS NULL
   AND (SELECT COUNT(*) FROM course_seat s WHERE s.run = NEW.run AND s.taken_out IS NULL LOCK IN SHARE MODE) >= 60 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: sixty take part already';
END IF
//
CREATE OR REPLACE TRIGGER course_seat_stays BEFORE UPDATE ON course_seat FOR EACH ROW
BEGIN
  IF NEW.run <> OLD.run OR NEW.course <> OLD.course OR NEW.doctor <> OLD.doctor OR NEW.put_by <> OLD.put_by
     OR NEW.at <> OLD.at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_seat: is taken out, never changed';
  END IF;
END
//
-- Courses that pages make: the head course leader's own specialty, the secretariat's own region, the
-- project leader's general ones and part courses.
CREATE OR REPLACE TRIGGER course_def_by_account BEFORE INSERT ON course_def FOR EACH ROW
BEGIN
  IF (USER() LIKE 'logbook-course@%' AND NEW.kind <> 'SPECIALTY')
     OR (USER() LIKE 'logbook-office@%' AND NEW.kind NOT IN ('GENERAL', 'SPECIALTY', 'CROSS_SPECIALTY'))
     OR (USER() LIKE 'logbook-clock@%' AND NEW.kind <> 'SPECIALTY') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_def: not for this account to make';
  END IF;
END
//
-- A page says which specialties share a course as it makes it, and never afterwards.
CREATE OR REPLACE TRIGGER course_specialty_by_account BEFORE INSERT ON course_specialty FOR EACH ROW
IF USER() LIKE 'logbook-office@%' AND NOT EXISTS (
   SELECT 1 FROM course_def d
    WHERE d.id = NEW.course AND d.kind = 'CROSS_SPECIALTY' AND d.since >= DATE(UTC_TIMESTAMP() + INTERVAL 1 HOUR)
      AND NOT EXISTS (SELECT 1 FROM course_run r WHERE r.course = d.id)
      AND NOT EXISTS (SELECT 1 FROM course_record c WHERE c.course = d.id)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_specialty: not for this account to add';
END IF
//
