-- The story of a doctor's own file (R-FIL-02): uploaded; then verified or refused by somebody else, or
-- taken back by the doctor while it is neither.  The latest row of each story is kept in file_now by the
-- second trigger, which runs with the owner's rights.
CREATE OR REPLACE TRIGGER file_check_follows BEFORE INSERT ON file_check FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';

  SELECT n.step, n.status INTO before_step, before_status FROM file_now n WHERE n.file = NEW.file;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'file_check: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'UPLOADED'  THEN before_status = 'NONE'
         WHEN 'WITHDRAWN' THEN before_status IN ('UPLOADED', 'REFUSED')
         ELSE before_status = 'UPLOADED'
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_check: this status may not follow that one';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM file f
                  WHERE f.id = NEW.file AND f.doctor = NEW.doctor AND f.given_by = f.doctor AND f.content = NEW.sha256
                    AND f.kind IN ('AGREEMENT', 'SUPPLEMENT', 'DIPLOMA', 'CARD', 'OTHER')
                    AND (f.kind <> 'OTHER' OR NEW.status IN ('UPLOADED', 'WITHDRAWN'))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_check: no file of this doctor to check';
  END IF;
END
//
CREATE OR REPLACE TRIGGER file_check_is_now AFTER INSERT ON file_check FOR EACH ROW
BEGIN
  INSERT INTO file_now (file, doctor, kind, file_check, step, status, title, words, by_name, as_role, place, at)
  SELECT NEW.file, NEW.doctor, f.kind, NEW.id, NEW.step, NEW.status, NEW.title, NEW.words, NEW.by_name, NEW.as_role,
         NEW.place, NEW.at
    FROM file f
   WHERE f.id = NEW.file
  ON DUPLICATE KEY UPDATE file_check = NEW.id, step = NEW.step, status = NEW.status, title = NEW.title,
    words = NEW.words, by_name = NEW.by_name, as_role = NEW.as_role, place = NEW.place, at = NEW.at;
END
//
CREATE OR REPLACE TRIGGER file_check_stays BEFORE UPDATE ON file_check FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_check: rows are only ever added'
//
CREATE OR REPLACE TRIGGER file_check_remains BEFORE DELETE ON file_check FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_check: rows are only ever added'
//
-- The doctor uploads and takes back; the present UAO or tutor verifies (as R-ATT-04), logged in.
CREATE OR REPLACE TRIGGER file_check_by_account BEFORE INSERT ON file_check FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.given_by = NEW.doctor AND NEW.as_role = 'UL' AND NEW.status IN ('UPLOADED', 'WITHDRAWN')
     WHEN 'logbook-approve' THEN
       NEW.status IN ('VERIFIED', 'REFUSED') AND NEW.as_role IN ('UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role AND h.org_unit = e.org_unit
                    WHERE e.doctor = NEW.doctor AND e.cancelled IS NULL
                      AND e.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < e.until
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_check: not for this account to add';
  END IF;
END
//
