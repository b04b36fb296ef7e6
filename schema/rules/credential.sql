-- Passwords are chosen by their owner, in the program that lets in.  Whoever else may write there,
-- the secretariat's program, can lock a login and nothing more.
CREATE OR REPLACE TRIGGER credential_by_account BEFORE UPDATE ON credential FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND SUBSTRING_INDEX(USER(), '@', 1) <> 'logbook-login'
     AND NOT (NEW.person = OLD.person AND NEW.role <=> OLD.role
              AND (NEW.password = OLD.password OR NEW.password = '!')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'credential: may be locked only';
  END IF;
END
//
CREATE OR REPLACE TRIGGER credential_made_by_account BEFORE INSERT ON credential FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND SUBSTRING_INDEX(USER(), '@', 1) <> 'logbook-login' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'credential: not for this account to add';
  END IF;
END
//
-- A session that has ended stays so.
CREATE OR REPLACE TRIGGER session_ends_for_good BEFORE UPDATE ON session FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND OLD.ended IS NOT NULL AND NOT (NEW.ended <=> OLD.ended) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'session: has ended';
  END IF;
END
//
