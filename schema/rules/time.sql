-- Absence lies within its element, is the doctor's or the department's to register, and is never
-- changed: what was wrong is taken out, and the row stays.
CREATE OR REPLACE TRIGGER absence_fits BEFORE INSERT ON absence FOR EACH ROW
BEGIN
  IF ((NEW.cancelled IS NOT NULL OR NEW.cancelled_by IS NOT NULL) AND NOT taking_in(NEW.doctor)) OR NOT EXISTS (
     SELECT 1 FROM element e
      WHERE e.id = NEW.element AND e.doctor = NEW.doctor
        AND (taking_in(NEW.doctor)
             OR (e.cancelled IS NULL AND e.since <= NEW.since AND NEW.until <= e.until))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence: not within the element of this doctor';
  END IF;
END
//
-- A program that somebody has taken over still registers nothing but as the doctor, or as somebody
-- who is UAO or tutor of the element's department that day, and in the name of nobody who is not
-- logged in.  Days are those of UTC here and of Denmark in the programs, hence the day more at one
-- end; a session may be ended in another tab while this one sends, hence the minute.
CREATE OR REPLACE TRIGGER absence_by_account BEFORE INSERT ON absence FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.given_by = NEW.doctor AND NEW.as_role = 'UL'
     WHEN 'logbook-approve' THEN
       NEW.given_by <> NEW.doctor AND NEW.as_role IN ('UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role
                                     AND h.org_unit = e.org_unit
                    WHERE e.id = NEW.element
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER absence_only_taken_out BEFORE UPDATE ON absence FOR EACH ROW
BEGIN
  IF NOT (NEW.id = OLD.id AND NEW.doctor = OLD.doctor AND NEW.element = OLD.element AND NEW.type = OLD.type
          AND NEW.since = OLD.since AND NEW.until = OLD.until AND NEW.given_by = OLD.given_by
          AND NEW.by_name = OLD.by_name AND NEW.as_role = OLD.as_role AND NEW.at = OLD.at
          AND OLD.cancelled IS NULL AND OLD.cancelled_by IS NULL
          AND NEW.cancelled IS NOT NULL AND NEW.cancelled_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence: is taken out once, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER absence_taken_out_by_account BEFORE UPDATE ON absence FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(is_logged_in(NEW.cancelled_by, NEW.cancelled)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.cancelled_by = OLD.doctor AND OLD.given_by = OLD.doctor
     WHEN 'logbook-approve' THEN
       NEW.cancelled_by <> OLD.doctor
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.cancelled_by AND h.role IN ('UAO', 'TUTOR')
                                     AND h.org_unit = e.org_unit
                    WHERE e.id = OLD.element
                      AND h.since <= DATE(NEW.cancelled + INTERVAL 2 HOUR) AND DATE(NEW.cancelled + INTERVAL 1 HOUR) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence: not for this account to take out';
  END IF;
END
//
-- Who registers absence, or takes it out, has the doctor's turn, as who signs has: what comes after the
-- attestation of the element's time bears a later moment, however long it waited (time_changed).
CREATE OR REPLACE TRIGGER absence_after_attestation BEFORE INSERT ON absence FOR EACH ROW
SET NEW.at = GREATEST(NEW.at, COALESCE((
  SELECT n.at + INTERVAL 1 SECOND FROM attestation_now n
   WHERE n.doctor = NEW.doctor AND n.element = NEW.element AND n.kind = 'TIME' AND n.status = 'APPROVED'), NEW.at))
//
CREATE OR REPLACE TRIGGER absence_out_after_attestation BEFORE UPDATE ON absence FOR EACH ROW
SET NEW.cancelled = GREATEST(NEW.cancelled, COALESCE((
  SELECT n.at + INTERVAL 1 SECOND FROM attestation_now n
   WHERE n.doctor = OLD.doctor AND n.element = OLD.element AND n.kind = 'TIME' AND n.status = 'APPROVED'), NEW.cancelled))
//
