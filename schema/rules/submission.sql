-- Packages to Styrelsen for Patientsikkerhed: which step may follow which, that nothing of them ever changes, and
-- what each program's account may add.  The doctor orders; only the program that sends freezes and sends; the doctor
-- or the secretariat records what the authority has done with it.
CREATE OR REPLACE TRIGGER submission_by_account BEFORE INSERT ON submission FOR EACH ROW
BEGIN
  IF NEW.part = 'EXTRA' AND NOT taking_in(NEW.doctor) AND NOT EXISTS (
     SELECT 1 FROM submission_now n
      WHERE n.submission = NEW.main AND n.doctor = NEW.doctor AND n.kind = NEW.kind
        AND n.part = 'MAIN' AND n.status = 'SENT') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: nothing of that kind was sent before';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(USER() LIKE 'logbook-journal@%' AND NEW.given_by = NEW.doctor
     AND NEW.as_role = 'UL' AND is_acting(NEW.given_by, 'UL', NEW.at), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_stays BEFORE UPDATE ON submission FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_remains BEFORE DELETE ON submission FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_step_follows BEFORE INSERT ON submission_step FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';

  SELECT n.step, n.status INTO before_step, before_status
    FROM submission_now n
   WHERE n.submission = NEW.submission;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'submission_step: another step came first';
  END IF;
  IF NOT CASE NEW.status
     WHEN 'ORDERED'   THEN before_status = 'NONE'
     WHEN 'BUILT'     THEN before_status = 'ORDERED'
     WHEN 'SENT'      THEN before_status = 'BUILT'
     WHEN 'STOPPED'   THEN before_status IN ('ORDERED', 'BUILT')
     WHEN 'WITHDRAWN' THEN before_status IN ('ORDERED', 'BUILT', 'SENT')
     WHEN 'REJECTED'  THEN before_status = 'SENT'
     ELSE FALSE END
     OR NOT EXISTS (SELECT 1 FROM submission s WHERE s.id = NEW.submission AND s.doctor = NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: this status may not follow that one';
  END IF;
  -- What is said to be frozen or sent lies here, to its last byte.
  IF NEW.status IN ('BUILT', 'SENT') AND NOT taking_in(NEW.doctor) AND NOT NEW.size <=> (
     SELECT SUM(LENGTH(p.bytes)) FROM submission_piece p
      WHERE p.submission = NEW.submission AND p.what = IF(NEW.status = 'BUILT', 'PACKAGE', 'ENVELOPE')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: its bytes are not there';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_step_by_account BEFORE INSERT ON submission_step FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(CASE account
     WHEN 'logbook-send' THEN NEW.status IN ('BUILT', 'SENT', 'STOPPED') AND NEW.given_by IS NULL AND NEW.as_role = ''
     WHEN 'logbook-journal' THEN NEW.status IN ('ORDERED', 'WITHDRAWN', 'REJECTED') AND NEW.given_by = NEW.doctor
       AND NEW.as_role = 'UL' AND is_acting(NEW.given_by, 'UL', NEW.at)
     WHEN 'logbook-office' THEN NEW.status IN ('WITHDRAWN', 'REJECTED') AND NEW.given_by <> NEW.doctor
       AND NEW.as_role = 'VUS' AND is_logged_in(NEW.given_by, NEW.at)
       AND EXISTS (SELECT 1 FROM submission_now n WHERE n.submission = NEW.submission AND n.status = 'SENT')
       AND EXISTS (SELECT 1 FROM office_now o
                    WHERE o.viewer = NEW.given_by AND o.doctor = NEW.doctor
                      AND o.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < o.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_is_now AFTER INSERT ON submission_step FOR EACH ROW
BEGIN
  IF NEW.status = 'ORDERED' THEN
    INSERT INTO submission_now (submission, doctor, kind, part, step, status, ordered, at, live)
    SELECT s.id, s.doctor, s.kind, s.part, NEW.step, NEW.status, NEW.at, NEW.at, IF(s.part = 'MAIN', 1, NULL)
      FROM submission s
     WHERE s.id = NEW.submission;
  ELSE
    UPDATE submission_now
       SET step = NEW.step, status = NEW.status, at = NEW.at,
           built = IF(NEW.status = 'BUILT', NEW.at, built), sent = IF(NEW.status = 'SENT', NEW.at, sent),
           live = IF(NEW.status IN ('STOPPED', 'WITHDRAWN', 'REJECTED'), NULL, live)
     WHERE submission = NEW.submission;
  END IF;
  IF NEW.status = 'ORDERED' THEN
    INSERT INTO submission_work (submission, next_try) VALUES (NEW.submission, IF(taking_in(NEW.doctor), NULL, NEW.at));
  ELSEIF NEW.status = 'BUILT' THEN
    UPDATE submission_work SET tries = 0, next_try = IF(taking_in(NEW.doctor), NULL, NEW.at), said = '' WHERE submission = NEW.submission;
  ELSE
    UPDATE submission_work SET next_try = NULL, holder = NULL, until = NULL WHERE submission = NEW.submission;
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_step_stays BEFORE UPDATE ON submission_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_step_remains BEFORE DELETE ON submission_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: rows are only ever added'
//
-- Bytes are put in while it is frozen, by the program that sends, and stay as they are.
CREATE OR REPLACE TRIGGER submission_piece_by_account BEFORE INSERT ON submission_piece FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM submission_now n
                  WHERE n.submission = NEW.submission
                    AND n.status = IF(NEW.what = 'PACKAGE', 'ORDERED', 'BUILT'))
     OR (USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-send@%') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_piece: not for this account, or this time, to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_piece_stays BEFORE UPDATE ON submission_piece FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_piece: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_piece_remains BEFORE DELETE ON submission_piece FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_piece: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_file_by_account BEFORE INSERT ON submission_file FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM submission_now n WHERE n.submission = NEW.submission AND n.status = 'ORDERED')
     OR (USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-send@%'
         AND NOT taking_in((SELECT s.doctor FROM submission s WHERE s.id = NEW.submission))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_file: not for this account, or this time, to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_file_stays BEFORE UPDATE ON submission_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_file_remains BEFORE DELETE ON submission_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_file: rows are only ever added'
//
