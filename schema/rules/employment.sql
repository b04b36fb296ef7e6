-- The overview of medical employment is the doctor's own: rows are added and taken out, never changed; what
-- was signed stays; a reminder is sent once a week at most (readiness.h).
CREATE OR REPLACE TRIGGER employment_by_account BEFORE INSERT ON employment FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(account = 'logbook-journal' AND NEW.cancelled IS NULL
     AND is_acting(NEW.doctor, 'UL', NEW.at)
     AND (NEW.corrects IS NULL
          OR EXISTS (SELECT 1 FROM employment o
                      WHERE o.id = NEW.corrects AND o.doctor = NEW.doctor AND o.cancelled IS NOT NULL)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_only_taken_out BEFORE UPDATE ON employment FOR EACH ROW
BEGIN
  IF NOT (NEW.id = OLD.id AND NEW.doctor = OLD.doctor AND NEW.since = OLD.since AND NEW.until <=> OLD.until
          AND NEW.kind = OLD.kind AND BINARY NEW.hospital = OLD.hospital AND BINARY NEW.department = OLD.department
          AND BINARY NEW.specialty = OLD.specialty AND NEW.fraction <=> OLD.fraction
          AND BINARY NEW.position_no = OLD.position_no AND BINARY NEW.remarks = OLD.remarks
          AND NEW.corrects <=> OLD.corrects AND NEW.once <=> OLD.once AND NEW.at = OLD.at
          AND OLD.cancelled IS NULL AND NEW.cancelled IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: is taken out once, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_taken_out_by_account BEFORE UPDATE ON employment FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(account = 'logbook-journal'
     AND is_acting(OLD.doctor, 'UL', NEW.cancelled), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: not for this account to take out';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_remains BEFORE DELETE ON employment FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: is taken out, never deleted'
//
CREATE OR REPLACE TRIGGER employment_remark_by_account BEFORE INSERT ON employment_remark FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF NOT EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     OR (account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor)
         AND NOT COALESCE(account = 'logbook-journal' AND NEW.cancelled IS NULL AND is_acting(NEW.doctor, 'UL', NEW.at), FALSE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_remark: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_remark_only_taken_out BEFORE UPDATE ON employment_remark FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF NOT (NEW.id = OLD.id AND NEW.doctor = OLD.doctor AND NEW.element = OLD.element AND BINARY NEW.remarks = OLD.remarks
          AND NEW.once = OLD.once AND NEW.at = OLD.at AND OLD.cancelled IS NULL AND NEW.cancelled IS NOT NULL)
     OR (account LIKE 'logbook-%' AND NOT COALESCE(account = 'logbook-journal'
         AND is_acting(OLD.doctor, 'UL', NEW.cancelled), FALSE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_remark: is taken out once, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_remark_remains BEFORE DELETE ON employment_remark FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_remark: is taken out, never deleted'
//
CREATE OR REPLACE TRIGGER employment_signed_by_account BEFORE INSERT ON employment_signed FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(account = 'logbook-journal' AND NEW.given_by = NEW.doctor
     AND NEW.as_role = 'UL' AND is_acting(NEW.doctor, 'UL', NEW.at), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_signed: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_signed_stays BEFORE UPDATE ON employment_signed FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_signed: rows are only ever added'
//
CREATE OR REPLACE TRIGGER employment_signed_remains BEFORE DELETE ON employment_signed FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_signed: rows are only ever added'
//
CREATE OR REPLACE TRIGGER reminder_once_a_week BEFORE INSERT ON reminder FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM reminder r
              WHERE r.doctor = NEW.doctor AND r.rule = NEW.rule AND r.at > NEW.at - INTERVAL 7 DAY) THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'reminder: reminded this week';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reminder_by_account BEFORE INSERT ON reminder FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(account = 'logbook-journal' AND NEW.given_by = NEW.doctor
     AND is_acting(NEW.doctor, 'UL', NEW.at), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reminder: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reminder_stays BEFORE UPDATE ON reminder FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reminder: rows are only ever added'
//
CREATE OR REPLACE TRIGGER reminder_remains BEFORE DELETE ON reminder FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reminder: rows are only ever added'
//
