-- What each program may add, beyond what a grant can say.  A program that somebody has taken
-- over holds its account: it still cannot approve with the account that asks, ask with the one
-- that approves, answer for somebody who holds no role where the doctor is employed, or do
-- anything in the name of somebody who is not logged in that day.  Legal paths never meet these;
-- the owner, who could drop them, is not held by them.
--
-- Triggers run with the owner's rights; USER() is still the account that is connected.  Days are
-- those of UTC here and of Denmark in the programs, hence the day more at one end; a session may
-- be ended in another tab while this one sends, hence the minute.
CREATE OR REPLACE TRIGGER approval_by_account BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(EXISTS (
       SELECT 1 FROM session s
        WHERE s.person = NEW.given_by AND s.stage = 'FULL'
          AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
          AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE))
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('REQUESTED', 'WITHDRAWN') AND NEW.as_role = 'UL'
       AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     WHEN 'logbook-approve' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('RETURNED', 'APPROVED')
       AND NEW.as_role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role
                                     AND h.org_unit = e.org_unit
                    WHERE e.id = NEW.element AND e.doctor = NEW.doctor
                      AND h.since <= DATE(NEW.at) + INTERVAL 1 DAY AND DATE(NEW.at) < h.until)
     WHEN 'logbook-office' THEN
       NEW.kind = 'MERIT'
       AND EXISTS (SELECT 1 FROM merit m
                    WHERE m.id = NEW.merit AND m.doctor = NEW.doctor AND m.given_by = NEW.given_by
                      AND m.at = NEW.at)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER merit_by_account BEFORE INSERT ON merit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (NEW.as_role = 'VUS'
     AND EXISTS (SELECT 1 FROM session s
                  WHERE s.person = NEW.given_by AND s.stage = 'FULL'
                    AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
                    AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE))
     AND EXISTS (SELECT 1 FROM training_course c
                  WHERE c.doctor = NEW.doctor AND c.region = NEW.region)
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.person = NEW.given_by AND h.role = 'VUS' AND h.region = NEW.region
                    AND h.since <= DATE(NEW.at) + INTERVAL 1 DAY AND DATE(NEW.at) < h.until)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'merit: no secretariat of this doctor';
  END IF;
END
//
-- The programs that show nobody else's logbook record no look into one, and the others none by
-- a role that its holder never had.
CREATE OR REPLACE TRIGGER look_by_account BEFORE INSERT ON look FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (SUBSTRING_INDEX(USER(), '@', 1) NOT IN ('logbook-login', 'logbook-journal')
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.id = NEW.held AND h.person = NEW.viewer AND h.role = NEW.role)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'look: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER audit_by_account BEFORE INSERT ON audit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT EXISTS (
     SELECT 1 FROM session s WHERE s.id = NEW.session AND s.person = NEW.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit: no session of this person';
  END IF;
END
//
-- A chain begins empty, holds rows of its own doctor, and its end changes only as it moves on.
CREATE OR REPLACE TRIGGER chain_head_by_account BEFORE INSERT ON chain_head FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NEW.n <> 0 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_head: begins at nought';
  END IF;
END
//
CREATE OR REPLACE TRIGGER chain_head_kept_by_account BEFORE UPDATE ON chain_head FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NEW.n = OLD.n AND NOT (NEW.hash = OLD.hash AND NEW.seal = OLD.seal) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_head: changes only as it moves on';
  END IF;
END
//
CREATE OR REPLACE TRIGGER chain_link_by_account BEFORE INSERT ON chain_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT CASE NEW.kind
     WHEN 'APPROVAL' THEN EXISTS (SELECT 1 FROM approval a WHERE a.id = NEW.row_id AND a.doctor = NEW.doctor)
     WHEN 'MERIT'    THEN EXISTS (SELECT 1 FROM merit m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
     ELSE FALSE END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_link: no row of this doctor';
  END IF;
END
//
-- The clock carries out imports: these make doctors and leaders of courses, and nobody else.
CREATE OR REPLACE TRIGGER user_role_by_clock BEFORE INSERT ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-clock'
     AND (NEW.role NOT IN ('UL', 'HKL', 'DKL') OR NEW.given_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for the clock to give';
  END IF;
END
//
CREATE OR REPLACE TRIGGER user_role_kept_by_clock BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-clock'
     AND (OLD.role NOT IN ('UL', 'HKL', 'DKL') OR OLD.given_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for the clock to change';
  END IF;
END
//
