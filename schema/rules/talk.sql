-- Plans, talks, doubt: which step may follow which, what stays as it is, and what each program's
-- account may add (account.sql says why).  What pages read of where things stand is kept here too.
--
-- May that person, in that role, plan, hold and close what is agreed with a doctor in an element?  The
-- UAO or the tutor of its department, or the main supervisor that the element has now; a role that
-- holds only for doctors who are named, only for those.
CREATE OR REPLACE FUNCTION may_talk(who INT UNSIGNED, acting_as VARCHAR(20), in_element INT UNSIGNED,
  of_doctor INT UNSIGNED, moment DATETIME) RETURNS BOOLEAN
READS SQL DATA
RETURN EXISTS (
  SELECT 1 FROM element e
    JOIN user_role h ON h.person = who AND h.role = acting_as AND h.org_unit = e.org_unit
    LEFT JOIN main_supervisor m ON m.element = e.id AND m.person = h.person AND m.live = 1
   WHERE e.id = in_element AND e.doctor = of_doctor AND e.doctor <> h.person
     AND (h.role IN ('UAO', 'TUTOR') OR (h.role = 'HOVEDVEJLEDER' AND m.id IS NOT NULL))
     AND (NOT h.named OR EXISTS (
          SELECT 1 FROM delegation g
           WHERE g.held = h.id AND g.doctor = of_doctor
             AND g.since <= DATE(moment + INTERVAL 2 HOUR) AND DATE(moment + INTERVAL 1 HOUR) < g.until))
     AND h.since < h.until AND h.since <= DATE(moment + INTERVAL 2 HOUR) AND DATE(moment + INTERVAL 1 HOUR) < h.until)
//
CREATE OR REPLACE TRIGGER plan_follows BEFORE INSERT ON plan FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';
  DECLARE before_plan INT UNSIGNED DEFAULT 0;

  SELECT n.step, n.status, n.plan INTO before_step, before_status, before_plan
    FROM plan_now n
   WHERE n.doctor = NEW.doctor AND n.element = NEW.element;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'plan: another step came first';
  END IF;
  -- A new version may come at any time; an answer is given to the version sent last, once.
  IF NEW.status <> 'SENT' AND NOT (before_status = 'SENT' AND NEW.answers <=> before_plan) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan: this status may not follow that one';
  END IF;
  IF NEW.status <> 'SENT' AND NEW.given_by = NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan: nobody approves their own';
  END IF;
END
//
CREATE OR REPLACE TRIGGER plan_is_now AFTER INSERT ON plan FOR EACH ROW
BEGIN
  INSERT INTO plan_now (doctor, element, plan, step, status, sent, sent_at, at)
  VALUES (NEW.doctor, NEW.element, NEW.id, NEW.step, NEW.status, NEW.id, NEW.at, NEW.at)
  ON DUPLICATE KEY UPDATE plan = NEW.id, step = NEW.step, status = NEW.status, at = NEW.at,
    sent = IF(NEW.status = 'SENT', NEW.id, sent), sent_at = IF(NEW.status = 'SENT', NEW.at, sent_at),
    approved = IF(NEW.status = 'APPROVED', NEW.answers, approved);
END
//
CREATE OR REPLACE TRIGGER plan_stays BEFORE UPDATE ON plan FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan: rows are only ever added'
//
CREATE OR REPLACE TRIGGER plan_remains BEFORE DELETE ON plan FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan: rows are only ever added'
//
CREATE OR REPLACE TRIGGER plan_by_account BEFORE INSERT ON plan FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.status = 'SENT' AND NEW.given_by = NEW.doctor AND NEW.as_role = 'UL'
       AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     WHEN 'logbook-approve' THEN NEW.status IN ('RETURNED', 'APPROVED')
       AND may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan: not for this account to add';
  END IF;
END
//
-- A main supervisor is appointed by the UAO or tutor of the department, among its own, and ended.
CREATE OR REPLACE TRIGGER main_supervisor_by_account BEFORE INSERT ON main_supervisor FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(USER() LIKE 'logbook-approve@%' AND NEW.as_role IN ('UAO', 'TUTOR')
     AND NEW.ended_at IS NULL AND is_logged_in(NEW.given_by, NEW.at)
     AND may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     AND EXISTS (SELECT 1 FROM element e
                   JOIN user_role x ON x.person = NEW.person AND x.role = NEW.role AND x.org_unit = e.org_unit
                  WHERE e.id = NEW.element
                    AND x.since < x.until AND x.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < x.until), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'main_supervisor: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER main_supervisor_only_ends BEFORE UPDATE ON main_supervisor FOR EACH ROW
BEGIN
  IF NOT (NEW.doctor = OLD.doctor AND NEW.element = OLD.element AND NEW.person = OLD.person AND NEW.role = OLD.role
          AND NEW.since = OLD.since AND NEW.given_by = OLD.given_by AND NEW.at = OLD.at
          AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'main_supervisor: is ended, never changed';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT COALESCE((
     SELECT is_acting_at(NEW.ended_by, 'UAO', e.org_unit, NEW.ended_at) OR is_acting_at(NEW.ended_by, 'TUTOR', e.org_unit, NEW.ended_at)
       FROM element e
      WHERE e.id = NEW.element), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'main_supervisor: not for this account to end';
  END IF;
END
//
CREATE OR REPLACE TRIGGER main_supervisor_remains BEFORE DELETE ON main_supervisor FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'main_supervisor: is ended, never deleted'
//
-- A talk is moved or called off until it has minutes.
CREATE OR REPLACE TRIGGER talk_by_account BEFORE INSERT ON talk FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.given_by = NEW.doctor AND NEW.as_role = 'UL'
       AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     WHEN 'logbook-approve' THEN may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER talk_is_now AFTER INSERT ON talk FOR EACH ROW
INSERT INTO talk_now (talk, doctor, element, kind, status, planned_on)
VALUES (NEW.id, NEW.doctor, NEW.element, NEW.kind, IF(NEW.cancelled IS NULL, 'PLANNED', 'CANCELLED'), NEW.planned_on)
//
CREATE OR REPLACE TRIGGER talk_moves BEFORE UPDATE ON talk FOR EACH ROW
BEGIN
  IF NOT (NEW.doctor = OLD.doctor AND NEW.element = OLD.element AND NEW.kind = OLD.kind AND NEW.once = OLD.once
          AND NEW.given_by = OLD.given_by AND NEW.at = OLD.at AND OLD.cancelled IS NULL)
     OR EXISTS (SELECT 1 FROM talk_minutes m WHERE m.talk = OLD.id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk: moves while it is to come, and changes no more';
  END IF;
END
//
CREATE OR REPLACE TRIGGER talk_moved_now AFTER UPDATE ON talk FOR EACH ROW
UPDATE talk_now
   SET planned_on = NEW.planned_on, status = IF(NEW.cancelled IS NULL, status, 'CANCELLED')
 WHERE talk = NEW.id
//
CREATE OR REPLACE TRIGGER talk_remains BEFORE DELETE ON talk FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk: is called off, never deleted'
//
-- What one prepared is one's own side's, and stays once it was sent.
CREATE OR REPLACE TRIGGER talk_preparation_by_account BEFORE INSERT ON talk_preparation FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN EXISTS (SELECT 1 FROM talk t WHERE t.id = NEW.talk AND t.cancelled IS NULL AND NEW.given_by = t.doctor)
       AND NEW.side = 'DOCTOR' AND NEW.as_role = 'UL'
     WHEN 'logbook-approve' THEN NEW.side = 'SUPERVISOR'
       AND EXISTS (SELECT 1 FROM talk t
                    WHERE t.id = NEW.talk AND t.cancelled IS NULL
                      AND may_talk(NEW.given_by, NEW.as_role, t.element, t.doctor, NEW.at))
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_preparation: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER talk_preparation_until_sent BEFORE UPDATE ON talk_preparation FOR EACH ROW
BEGIN
  IF NOT (NEW.talk = OLD.talk AND NEW.side = OLD.side)
     OR (OLD.sent_at IS NOT NULL AND NOT (NEW.words = OLD.words AND NEW.sent_at <=> OLD.sent_at AND NEW.given_by = OLD.given_by)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_preparation: stays once it was sent';
  END IF;
  IF (USER() LIKE 'logbook-journal@%' AND OLD.side <> 'DOCTOR') OR (USER() LIKE 'logbook-approve@%' AND OLD.side <> 'SUPERVISOR') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_preparation: the other side is not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER talk_preparation_remains BEFORE DELETE ON talk_preparation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_preparation: is never deleted'
//
-- Minutes: either side writes, the other agrees to what was written last; then no more.
CREATE OR REPLACE TRIGGER talk_minutes_follow BEFORE INSERT ON talk_minutes FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_id INT UNSIGNED DEFAULT 0;
  DECLARE before_status, before_side VARCHAR(10) DEFAULT 'NONE';

  SELECT m.step, m.id, m.status, m.side INTO before_step, before_id, before_status, before_side
    FROM talk_minutes m
   WHERE m.talk = NEW.talk
   ORDER BY m.step DESC
   LIMIT 1;
  IF NEW.step <> before_step + 1 THEN
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'talk_minutes: another step came first';
  END IF;
  IF before_status = 'AGREED'
     OR (NEW.status = 'AGREED' AND NOT (NEW.answers <=> before_id AND NEW.side <> before_side)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_minutes: this status may not follow that one';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM talk t WHERE t.id = NEW.talk AND t.doctor = NEW.doctor AND t.element = NEW.element
                    AND t.cancelled IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_minutes: of no such talk';
  END IF;
END
//
CREATE OR REPLACE TRIGGER talk_minutes_are_now AFTER INSERT ON talk_minutes FOR EACH ROW
UPDATE talk_now
   SET status = NEW.status, minutes = NEW.id, side = NEW.side, held_on = NEW.held_on
 WHERE talk = NEW.talk
//
CREATE OR REPLACE TRIGGER talk_minutes_stays BEFORE UPDATE ON talk_minutes FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_minutes: rows are only ever added'
//
CREATE OR REPLACE TRIGGER talk_minutes_remains BEFORE DELETE ON talk_minutes FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_minutes: rows are only ever added'
//
CREATE OR REPLACE TRIGGER talk_minutes_by_account BEFORE INSERT ON talk_minutes FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.side = 'DOCTOR' AND NEW.given_by = NEW.doctor AND NEW.as_role = 'UL'
       AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     WHEN 'logbook-approve' THEN NEW.side = 'SUPERVISOR'
       AND may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'talk_minutes: not for this account to add';
  END IF;
END
//
-- Doubt is raised before the final talk has been held (R-KOM-14), by the department.
CREATE OR REPLACE TRIGGER doubt_in_time BEFORE INSERT ON doubt FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM talk_now n WHERE n.element = NEW.element AND n.kind = 'FINAL' AND n.status IN ('DRAFT', 'AGREED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt: is raised before the final talk';
  END IF;
END
//
CREATE OR REPLACE TRIGGER doubt_stays BEFORE UPDATE ON doubt FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt: rows are only ever added'
//
CREATE OR REPLACE TRIGGER doubt_remains BEFORE DELETE ON doubt FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt: rows are only ever added'
//
CREATE OR REPLACE TRIGGER doubt_by_account BEFORE INSERT ON doubt FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN FALSE
     WHEN 'logbook-approve' THEN may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER doubt_outcome_of_it BEFORE INSERT ON doubt_outcome FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM doubt d WHERE d.id = NEW.doubt AND d.doctor = NEW.doctor AND d.element = NEW.element) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt_outcome: of no such doubt';
  END IF;
END
//
CREATE OR REPLACE TRIGGER doubt_outcome_stays BEFORE UPDATE ON doubt_outcome FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt_outcome: rows are only ever added'
//
CREATE OR REPLACE TRIGGER doubt_outcome_remains BEFORE DELETE ON doubt_outcome FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt_outcome: rows are only ever added'
//
CREATE OR REPLACE TRIGGER doubt_outcome_by_account BEFORE INSERT ON doubt_outcome FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN FALSE
     WHEN 'logbook-approve' THEN may_talk(NEW.given_by, NEW.as_role, NEW.element, NEW.doctor, NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'doubt_outcome: not for this account to add';
  END IF;
END
//
-- A draft is of the doctor alone.
CREATE OR REPLACE TRIGGER plan_draft_by_account BEFORE INSERT ON plan_draft FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (USER() LIKE 'logbook-journal@%'
     AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'plan_draft: not for this account to add';
  END IF;
END
//
