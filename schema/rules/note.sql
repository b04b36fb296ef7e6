-- Notes (R-NOT-01, R-NOT-02): the doctor writes and changes their own, a secretariat its own; what a note
-- said before stays.
CREATE OR REPLACE TRIGGER note_by_account BEFORE INSERT ON note FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.kind = 'OWN' AND NEW.given_by = NEW.doctor
     WHEN 'logbook-office'  THEN
       NEW.kind = 'VUS' AND NEW.given_by <> NEW.doctor
       AND EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = NEW.doctor AND c.region = NEW.region)
       AND is_acting_for(NEW.given_by, 'VUS', NEW.region, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER note_stays BEFORE UPDATE ON note FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note: rows are only ever added'
//
CREATE OR REPLACE TRIGGER note_remains BEFORE DELETE ON note FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note: rows are only ever added'
//
-- A version follows the one before it and is of the same hand: the doctor's own of the doctor, the
-- secretariat's of that secretariat, which never makes one private or the doctor's alone.
CREATE OR REPLACE TRIGGER note_version_follows BEFORE INSERT ON note_version FOR EACH ROW
BEGIN
  DECLARE before_it SMALLINT UNSIGNED DEFAULT 0;

  SELECT COALESCE(MAX(v.version), 0) INTO before_it FROM note_version v WHERE v.note = NEW.note;
  IF NEW.version <> before_it + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'note_version: another version came first';
  END IF;
  IF NOT COALESCE((SELECT CASE n.kind
                          WHEN 'OWN' THEN NEW.given_by = n.doctor AND NEW.as_role = 'UL'
                          WHEN 'VUS' THEN NEW.given_by <> n.doctor AND NEW.as_role = 'VUS' AND NEW.readers = 'VUS'
                          ELSE NEW.version = 1 END
                     FROM note n WHERE n.id = NEW.note), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_version: not of the hand that wrote the note';
  END IF;
END
//
CREATE OR REPLACE TRIGGER note_version_by_account BEFORE INSERT ON note_version FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in((SELECT n.doctor FROM note n WHERE n.id = NEW.note)) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND EXISTS (SELECT 1 FROM note n
                  WHERE n.id = NEW.note
                    AND ((USER() LIKE 'logbook-journal@%' AND n.kind = 'OWN')
                         OR (USER() LIKE 'logbook-office@%' AND n.kind = 'VUS'
                             AND is_acting_for(NEW.given_by, 'VUS', n.region, NEW.at)))), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_version: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER note_version_stays BEFORE UPDATE ON note_version FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_version: rows are only ever added'
//
CREATE OR REPLACE TRIGGER note_version_remains BEFORE DELETE ON note_version FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_version: rows are only ever added'
//
