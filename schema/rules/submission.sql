-- Documentation: ordered once, stopped or sent whole, never changed; a second main package only when
-- the first was withdrawn or rejected, a supplement only after one was sent (R-STPS-17, R-STPS-18).
CREATE OR REPLACE TRIGGER submission_follows BEFORE INSERT ON submission FOR EACH ROW
BEGIN
  IF NEW.part = 'MAIN' AND EXISTS (SELECT 1 FROM submission_now n
                                    WHERE n.doctor = NEW.doctor AND n.kind = NEW.kind AND n.part = 'MAIN'
                                      AND n.status NOT IN ('WITHDRAWN', 'REJECTED', 'STOPPED')) THEN
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'submission: a main package is under way or was sent';
  END IF;
  IF NEW.part = 'SUPPLEMENT' AND NOT EXISTS (SELECT 1 FROM submission_now n
                                              WHERE n.submission = NEW.main AND n.doctor = NEW.doctor AND n.kind = NEW.kind
                                                AND n.part = 'MAIN' AND n.status = 'SENT') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: no main package of this kind was sent';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM training_course c WHERE c.id = NEW.course AND c.doctor = NEW.doctor AND c.cancelled IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: another doctor''s training';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_is_now AFTER INSERT ON submission FOR EACH ROW
BEGIN
  INSERT INTO submission_now (submission, doctor, kind, part, status, step, at)
  VALUES (NEW.id, NEW.doctor, NEW.kind, NEW.part, 'ASKED', 0, NEW.at);
  INSERT INTO submission_work (submission, next_try) VALUES (NEW.id, NEW.at);
END
//
CREATE OR REPLACE TRIGGER submission_step_follows BEFORE INSERT ON submission_step FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT '';

  SELECT n.step, n.status INTO before_step, before_status
    FROM submission_now n
   WHERE n.submission = NEW.submission AND n.doctor = NEW.doctor;
  IF NEW.step <> before_step + 1 THEN
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'submission_step: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'BUILT'     THEN before_status = 'ASKED'
         WHEN 'STOPPED'   THEN before_status = 'ASKED'
         WHEN 'SENT'      THEN before_status = 'BUILT'
         WHEN 'WITHDRAWN' THEN before_status IN ('ASKED', 'BUILT', 'SENT')
         WHEN 'REJECTED'  THEN before_status = 'SENT'
         ELSE FALSE END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: this may not follow that';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_step_is_now AFTER INSERT ON submission_step FOR EACH ROW
UPDATE submission_now SET status = NEW.status, step = NEW.step, at = NEW.at WHERE submission = NEW.submission
//
-- A package is built by the program that sends alone; the doctor orders and withdraws; the secretariat
-- writes down what the authority said.
CREATE OR REPLACE TRIGGER submission_by_account BEFORE INSERT ON submission FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(USER() LIKE 'logbook-journal@%' AND EXISTS (
       SELECT 1 FROM session s
        WHERE s.person = NEW.given_by AND s.stage = 'FULL'
          AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
          AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: not for this account to order';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_step_by_account BEFORE INSERT ON submission_step FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(CASE account
     WHEN 'logbook-send'    THEN NEW.status IN ('BUILT', 'STOPPED', 'SENT') AND NEW.given_by IS NULL
     WHEN 'logbook-journal' THEN NEW.status IN ('WITHDRAWN', 'REJECTED') AND NEW.given_by = NEW.doctor AND NEW.as_role = 'UL'
     WHEN 'logbook-office'  THEN NEW.status = 'REJECTED' AND NEW.given_by <> NEW.doctor AND NEW.as_role = 'VUS'
       AND EXISTS (SELECT 1 FROM user_role h
                     JOIN training_course c ON c.doctor = NEW.doctor AND c.region = h.region
                    WHERE h.person = NEW.given_by AND h.role = 'VUS'
                      AND h.since <= DATE(NEW.at) + INTERVAL 1 DAY AND DATE(NEW.at) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER submission_stays BEFORE UPDATE ON submission FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_remains BEFORE DELETE ON submission FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_file_stays BEFORE UPDATE ON submission_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_file_remains BEFORE DELETE ON submission_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_piece_stays BEFORE UPDATE ON submission_piece FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_piece: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_piece_remains BEFORE DELETE ON submission_piece FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_piece: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_step_stays BEFORE UPDATE ON submission_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: rows are only ever added'
//
CREATE OR REPLACE TRIGGER submission_step_remains BEFORE DELETE ON submission_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'submission_step: rows are only ever added'
//
CREATE OR REPLACE TRIGGER employment_signed_stays BEFORE UPDATE ON employment_signed FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_signed: rows are only ever added'
//
CREATE OR REPLACE TRIGGER employment_signed_remains BEFORE DELETE ON employment_signed FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment_signed: rows are only ever added'
//
-- A row of one's own is taken out, never changed and never put back.
CREATE OR REPLACE TRIGGER employment_only_ends BEFORE UPDATE ON employment FOR EACH ROW
BEGIN
  IF OLD.cancelled IS NOT NULL OR NEW.cancelled IS NULL
     OR NOT (NEW.doctor = OLD.doctor AND NEW.since = OLD.since AND NEW.until = OLD.until AND NEW.kind = OLD.kind
             AND NEW.place = OLD.place AND NEW.specialty = OLD.specialty AND NEW.fraction = OLD.fraction
             AND NEW.position_no = OLD.position_no AND NEW.remarks = OLD.remarks) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: is taken out, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER employment_remains BEFORE DELETE ON employment FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'employment: is taken out, never deleted'
//
