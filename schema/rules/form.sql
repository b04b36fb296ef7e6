-- The library of forms (R-FIL-03): a new version comes to the old ones, a form is ended, nothing goes away.
CREATE OR REPLACE TRIGGER form_by_account BEFORE INSERT ON form FOR EACH ROW
BEGIN
  IF NEW.ended_by IS NOT NULL OR (USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-office@%') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER form_only_ends BEFORE UPDATE ON form FOR EACH ROW
BEGIN
  IF NOT COALESCE(NEW.title = OLD.title AND NEW.stage <=> OLD.stage AND NEW.specialty <=> OLD.specialty
          AND NEW.region <=> OLD.region AND OLD.ended_by IS NULL AND NEW.ended_by IS NOT NULL, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form: is ended, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER form_remains BEFORE DELETE ON form FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form: is ended, never deleted'
//
CREATE OR REPLACE TRIGGER form_version_by_account BEFORE INSERT ON form_version FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(USER() LIKE 'logbook-office@%'
     AND EXISTS (SELECT 1 FROM form f
                   JOIN user_role h ON h.person = NEW.given_by
                                   AND ((f.region IS NULL AND h.role = 'PROJEKTLEDER')
                                        OR (h.role = 'VUS' AND h.region = f.region))
                                   AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                   JOIN session s ON s.person = h.person AND s.stage = 'FULL'
                                 AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
                                 AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE)
                  WHERE f.id = NEW.form AND f.ended_by IS NULL), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form_version: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER form_version_stays BEFORE UPDATE ON form_version FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form_version: rows are only ever added'
//
CREATE OR REPLACE TRIGGER form_version_remains BEFORE DELETE ON form_version FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form_version: rows are only ever added'
//
