-- A decision belongs to one merit, given in the same second by the same secretariat.
CREATE OR REPLACE TRIGGER decision_of_merit BEFORE INSERT ON decision FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM merit m
                  WHERE m.id = NEW.merit AND m.doctor = NEW.doctor AND m.given_by = NEW.given_by
                    AND m.at = NEW.at AND m.as_role = NEW.as_role) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'decision: no merit of this giver';
  END IF;
  IF USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-office@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'decision: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER decision_stays BEFORE UPDATE ON decision FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'decision: rows are only ever added'
//
CREATE OR REPLACE TRIGGER decision_remains BEFORE DELETE ON decision FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'decision: rows are only ever added'
//
