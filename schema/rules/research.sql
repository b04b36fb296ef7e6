-- The states of a part of research training and which may follow which, and what must never happen
-- (domain 9).  The latest row of each story is kept in research_now, which no program can write.
CREATE OR REPLACE TRIGGER research_follows BEFORE INSERT ON research FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';
  DECLARE part_kind VARCHAR(20);

  SELECT n.step, n.status INTO before_step, before_status
    FROM research_now n
   WHERE n.doctor = NEW.doctor AND n.part = NEW.part;
  SELECT p.kind INTO part_kind FROM research_part p WHERE p.id = NEW.part;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'research: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'REQUESTED' THEN before_status IN ('NONE', 'WITHDRAWN', 'RETURNED', 'RESET')
         WHEN 'WITHDRAWN' THEN before_status = 'REQUESTED'
         WHEN 'RETURNED'  THEN before_status = 'REQUESTED'
         WHEN 'RESET'     THEN before_status = 'APPROVED'
         ELSE IF(NEW.kind = 'ORDINARY', before_status = 'REQUESTED', before_status <> 'APPROVED')
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: this status may not follow that one';
  END IF;
  IF NEW.status IN ('RETURNED', 'APPROVED', 'RESET') AND NEW.given_by = NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: nobody approves their own';
  END IF;
  -- only in main training (R-FOS-02)
  IF NEW.status <> 'RESET' AND NOT taking_in(NEW.doctor) AND NOT EXISTS (
     SELECT 1 FROM training_course c
      WHERE c.doctor = NEW.doctor AND c.stage = 'HU' AND c.cancelled IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: only in main training';
  END IF;
  -- the overall attestation comes after every part (R-FOS-11, T-101)
  IF part_kind = 'OVERALL' AND NEW.status = 'APPROVED' AND NOT taking_in(NEW.doctor) AND EXISTS (
     SELECT 1
       FROM research_part me
       JOIN research_part o     ON o.research_list = me.research_list AND o.id <> me.id
       LEFT JOIN research_now n ON n.doctor = NEW.doctor AND n.part = o.id AND n.status = 'APPROVED'
      WHERE me.id = NEW.part AND n.part IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: a part is not approved yet';
  END IF;
END
//
CREATE OR REPLACE TRIGGER research_is_now AFTER INSERT ON research FOR EACH ROW
BEGIN
  INSERT INTO research_now (doctor, part, research, step, status, kind, asked, by_name, as_role, place, at)
  VALUES (NEW.doctor, NEW.part, NEW.id, NEW.step, NEW.status, NEW.kind, NEW.asked, NEW.by_name,
          NEW.as_role, NEW.place, NEW.at)
  ON DUPLICATE KEY UPDATE research = NEW.id, step = NEW.step, status = NEW.status, kind = NEW.kind,
    asked = NEW.asked, by_name = NEW.by_name, as_role = NEW.as_role, place = NEW.place, at = NEW.at;
END
//
CREATE OR REPLACE TRIGGER research_stays BEFORE UPDATE ON research FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: rows are only ever added'
//
CREATE OR REPLACE TRIGGER research_remains BEFORE DELETE ON research FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: rows are only ever added'
//
-- What each program may add (see account.sql).
CREATE OR REPLACE TRIGGER research_by_account BEFORE INSERT ON research FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('REQUESTED', 'WITHDRAWN') AND NEW.as_role = 'UL'
       AND (NEW.file IS NULL OR EXISTS (SELECT 1 FROM file f
                                         WHERE f.id = NEW.file AND f.doctor = NEW.doctor AND f.content = NEW.file_sha256))
     WHEN 'logbook-course' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('RETURNED', 'APPROVED')
       AND EXISTS (SELECT 1
                     FROM research_part p
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role
                                     AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                    WHERE p.id = NEW.part
                      AND IF(p.kind = 'MODULE',
                             h.role = 'KURSUSUDBYDER' AND h.id = NEW.asked
                             AND (h.course IS NULL OR EXISTS (SELECT 1 FROM course_def k WHERE k.id = h.course AND k.kind = 'RESEARCH')),
                             h.role = 'FORSKVEJLEDER' AND EXISTS (
                               SELECT 1 FROM research_supervision s
                                WHERE s.held = h.id AND s.doctor = NEW.doctor
                                  AND s.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < s.until)))
     WHEN 'logbook-office' THEN
       NEW.as_role = 'VUS'
       AND EXISTS (SELECT 1 FROM training_course c
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = 'VUS' AND h.region = c.region
                    WHERE c.doctor = NEW.doctor
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
       AND CASE NEW.status
           WHEN 'APPROVED' THEN NEW.kind <> 'ORDINARY'
             AND (NEW.file IS NULL OR EXISTS (SELECT 1 FROM file f
                                               WHERE f.id = NEW.file AND f.doctor = NEW.doctor AND f.content = NEW.file_sha256))
           WHEN 'RESET' THEN EXISTS (
             SELECT 1 FROM research_now n
               JOIN reset t ON t.kind = 'RESEARCH' AND t.row_id = n.research
              WHERE n.doctor = NEW.doctor AND n.part = NEW.part AND n.step = NEW.step - 1
                AND t.doctor = NEW.doctor AND COALESCE(t.second, t.given_by) = NEW.given_by AND t.at = NEW.at)
           ELSE FALSE END
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research: not for this account to add';
  END IF;
END
//
-- Courses are listed until the theory they count towards is asked for: what was asked for, and what
-- is approved, stands on what was there.
CREATE OR REPLACE TRIGGER research_course_only_ends BEFORE UPDATE ON research_course FOR EACH ROW
BEGIN
  IF NOT (NEW.doctor = OLD.doctor AND NEW.name = OLD.name AND NEW.held_on = OLD.held_on
          AND NEW.half_days = OLD.half_days AND NEW.certificate = OLD.certificate AND NEW.at = OLD.at
          AND OLD.cancelled IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_course: is taken out, never changed';
  END IF;
  IF EXISTS (SELECT 1 FROM research_now n
               JOIN research_part p ON p.id = n.part AND p.kind = 'THEORY'
              WHERE n.doctor = NEW.doctor AND n.status IN ('REQUESTED', 'APPROVED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_course: the theory is asked for';
  END IF;
END
//
CREATE OR REPLACE TRIGGER research_course_remains BEFORE DELETE ON research_course FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_course: is taken out, never deleted'
//
CREATE OR REPLACE TRIGGER research_course_by_account BEFORE INSERT ON research_course FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM file f
                  WHERE f.id = NEW.certificate AND f.doctor = NEW.doctor AND f.kind = 'CERTIFICATE') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_course: no certificate of this doctor';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT (USER() LIKE 'logbook-journal@%' AND is_logged_in(NEW.doctor, NEW.at)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_course: not for this account to add';
  END IF;
END
//
-- A research supervisor is assigned by the UAO or tutor of a department that the doctor is employed
-- in, or by the secretariat of the doctor's region; ended by the same; nobody is their own.
CREATE OR REPLACE TRIGGER research_supervision_by_account BEFORE INSERT ON research_supervision FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM user_role f
                  WHERE f.id = NEW.held AND f.role = 'FORSKVEJLEDER' AND f.person <> NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_supervision: no research supervisor for this doctor';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(NEW.ended_by IS NULL
     AND is_logged_in(NEW.given_by, NEW.made_at)
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.person = NEW.given_by AND h.role = NEW.given_as
                    AND h.since <= DATE(NEW.made_at + INTERVAL 2 HOUR) AND DATE(NEW.made_at + INTERVAL 1 HOUR) < h.until
                    AND CASE SUBSTRING_INDEX(USER(), '@', 1)
                        WHEN 'logbook-approve' THEN h.role IN ('UAO', 'TUTOR') AND EXISTS (
                          SELECT 1 FROM element e WHERE e.doctor = NEW.doctor AND e.org_unit = h.org_unit)
                        WHEN 'logbook-office' THEN h.role = 'VUS' AND EXISTS (
                          SELECT 1 FROM training_course c WHERE c.doctor = NEW.doctor AND c.region = h.region)
                        ELSE FALSE END), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_supervision: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER research_supervision_only_ends BEFORE UPDATE ON research_supervision FOR EACH ROW
BEGIN
  IF NOT (NEW.doctor = OLD.doctor AND NEW.held = OLD.held AND NEW.since = OLD.since
          AND NEW.given_by = OLD.given_by AND NEW.by_name = OLD.by_name AND NEW.given_as = OLD.given_as
          AND NEW.place = OLD.place AND NEW.made_at = OLD.made_at AND NEW.until <= OLD.until
          AND NOT (NEW.ended_by <=> NEW.doctor)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_supervision: is ended, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER research_supervision_remains BEFORE DELETE ON research_supervision FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_supervision: is ended, never deleted'
//
-- Ended by who may assign, in the name of somebody who holds such a role that day.
CREATE OR REPLACE TRIGGER research_supervision_kept_by_account BEFORE UPDATE ON research_supervision FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(is_logged_in(NEW.ended_by, NEW.ended_at)
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.person = NEW.ended_by
                    AND h.since <= DATE(NEW.ended_at + INTERVAL 2 HOUR) AND DATE(NEW.ended_at + INTERVAL 1 HOUR) < h.until
                    AND CASE SUBSTRING_INDEX(USER(), '@', 1)
                        WHEN 'logbook-approve' THEN h.role IN ('UAO', 'TUTOR') AND EXISTS (
                          SELECT 1 FROM element e WHERE e.doctor = OLD.doctor AND e.org_unit = h.org_unit)
                        WHEN 'logbook-office' THEN h.role = 'VUS' AND EXISTS (
                          SELECT 1 FROM training_course c WHERE c.doctor = OLD.doctor AND c.region = h.region)
                        ELSE FALSE END), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'research_supervision: not for this account to end';
  END IF;
END
//
