-- A secretariat says for its own courses of training until when it sees a doctor who goes on in another
-- region (R-NUL-08): not before the other region has the doctor, not for days that are gone, and not when
-- its access has ended.  The day itself is kept by the second trigger, with the owner's rights.
CREATE OR REPLACE TRIGGER handover_follows BEFORE INSERT ON handover FOR EACH ROW
BEGIN
  IF NOT taking_in((SELECT c.doctor FROM training_course c WHERE c.id = NEW.course)) AND NOT EXISTS (
     SELECT 1 FROM training_course c
       JOIN training_course n ON n.doctor = c.doctor AND n.region <> c.region AND n.cancelled IS NULL
                             AND n.since > c.since AND n.since <= NEW.until
      WHERE c.id = NEW.course AND c.cancelled IS NULL AND c.doctor <> NEW.given_by
        AND c.office_until > DATE(NEW.at + INTERVAL 1 HOUR) AND NEW.until > DATE(NEW.at + INTERVAL 1 HOUR)
        AND NOT EXISTS (SELECT 1 FROM training_course b
                         WHERE b.doctor = c.doctor AND b.region = c.region AND b.cancelled IS NULL AND b.since >= n.since)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'handover: no other region has this doctor by then';
  END IF;
  IF USER() LIKE 'logbook-%' AND NOT taking_in((SELECT c.doctor FROM training_course c WHERE c.id = NEW.course)) AND NOT COALESCE(USER() LIKE 'logbook-office@%' AND NEW.as_role = 'VUS'
     AND is_acting_for(NEW.given_by, 'VUS', (SELECT c.region FROM training_course c WHERE c.id = NEW.course), NEW.at), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'handover: no secretariat that has this doctor';
  END IF;
END
//
CREATE OR REPLACE TRIGGER handover_holds AFTER INSERT ON handover FOR EACH ROW
UPDATE training_course SET office_until = NEW.until WHERE id = NEW.course
//
CREATE OR REPLACE TRIGGER handover_stays BEFORE UPDATE ON handover FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'handover: rows are only ever added'
//
CREATE OR REPLACE TRIGGER handover_remains BEFORE DELETE ON handover FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'handover: rows are only ever added'
//
