-- What the pages of the program import may put down, beyond what a grant can say (account.sql says
-- why there are such rules).  It puts down what is to be done, in the name of somebody who is logged
-- in that day as a secretariat or the project leader; the states that say that something was done
-- are the clock's.  Persons and posts it changes only as the rest of a merge that stands.
CREATE OR REPLACE TRIGGER import_run_by_account BEFORE INSERT ON import_run FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT COALESCE(
     ((NEW.way = 'FIL' AND NEW.state = 'MODTAGET' AND NEW.content IS NOT NULL AND NEW.record IS NULL
       AND EXISTS (SELECT 1 FROM import_file f WHERE f.sha256 = NEW.content))
      OR (NEW.way = 'BRUGER' AND NEW.state = 'BESTILT' AND NEW.form = 'PERSONER' AND NEW.record IS NOT NULL
          AND NEW.content IS NULL))
     AND CASE NEW.as_role
         WHEN 'VUS'          THEN NEW.form IN ('PERSONER', 'AFTALER', 'KBU')
                                  AND is_acting_for(NEW.made_by, 'VUS', NEW.region, NEW.at)
         WHEN 'PROJEKTLEDER' THEN NEW.region IS NULL AND is_acting(NEW.made_by, 'PROJEKTLEDER', NEW.at)
         ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_run: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER import_run_moved_by_account BEFORE UPDATE ON import_run FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT COALESCE(
     (OLD.state = 'LAEST' AND NEW.state = 'FORTRUDT'
      AND NEW.ordered_by <=> OLD.ordered_by AND NEW.ordered <=> OLD.ordered
      AND NEW.undone_by <=> OLD.undone_by AND NEW.undone_at <=> OLD.undone_at)
     OR (OLD.state = 'LAEST' AND NEW.state = 'BESTILT'
         AND NEW.undone_by <=> OLD.undone_by AND NEW.undone_at <=> OLD.undone_at
         AND (is_acting(NEW.ordered_by, 'PROJEKTLEDER', NEW.ordered)
              OR is_acting_for(NEW.ordered_by, 'VUS', NEW.region, NEW.ordered)))
     OR (OLD.state = 'UDFOERT' AND NEW.state = 'TILBAGE_BESTILT'
         AND NEW.ordered_by <=> OLD.ordered_by AND NEW.ordered <=> OLD.ordered
         AND (is_acting(NEW.undone_by, 'PROJEKTLEDER', NEW.undone_at)
              OR is_acting_for(NEW.undone_by, 'VUS', NEW.region, NEW.undone_at))), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_run: this state is not for this account to set';
  END IF;
END
//
CREATE OR REPLACE TRIGGER feed_by_account BEFORE INSERT ON feed FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT COALESCE(
     IF(NEW.region IS NULL, is_acting(NEW.changed_by, 'PROJEKTLEDER', NEW.at),
        NEW.form IN ('PERSONER', 'AFTALER', 'KBU') AND is_acting_for(NEW.changed_by, 'VUS', NEW.region, NEW.at)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'feed: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER feed_changed_by_account BEFORE UPDATE ON feed FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT COALESCE(
     IF(NEW.region IS NULL, is_acting(NEW.changed_by, 'PROJEKTLEDER', NEW.at),
        NEW.form IN ('PERSONER', 'AFTALER', 'KBU') AND is_acting_for(NEW.changed_by, 'VUS', NEW.region, NEW.at)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'feed: not for this account to change';
  END IF;
END
//
-- A merge: by a secretariat that is logged in that day, of a replacement number and a real one, and
-- never of a logbook that somebody has written in.
CREATE OR REPLACE TRIGGER person_merge_by_account BEFORE INSERT ON person_merge FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(
     SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import'
     AND NEW.as_role = 'VUS' AND NEW.given_by NOT IN (NEW.kept, NEW.gone)
     AND is_logged_in(NEW.given_by, NEW.at)
     AND EXISTS (SELECT 1 FROM person k JOIN person g ON g.id = NEW.gone
                  WHERE k.id = NEW.kept AND k.gone IS NULL AND g.gone IS NULL AND k.cpr_kind <> g.cpr_kind)
     AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = NEW.gone)
     AND NOT EXISTS (SELECT 1 FROM merit m WHERE m.doctor = NEW.gone)
     AND NOT EXISTS (SELECT 1 FROM absence b WHERE b.doctor = NEW.gone)
     AND NOT EXISTS (SELECT 1 FROM user_role o
                      WHERE o.person IN (NEW.kept, NEW.gone) AND o.role IN ('VUS', 'PROJEKTLEDER')
                        AND o.until > DATE(NEW.at))
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.person = NEW.given_by AND h.role = 'VUS'
                    AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until
                    AND NOT EXISTS (SELECT 1 FROM person p
                                     WHERE p.id IN (NEW.kept, NEW.gone)
                                       AND EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
                                       AND NOT EXISTS (SELECT 1 FROM training_course c
                                                        WHERE c.doctor = p.id AND c.region = h.region))), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_merge: not for this account to add';
  END IF;
END
//
-- Its persons change while the one of them is not gone yet, and never after.
CREATE OR REPLACE TRIGGER person_merged_by_account BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT EXISTS (
     SELECT 1 FROM person_merge m
       JOIN person g ON g.id = m.gone AND g.gone IS NULL
      WHERE NEW.id IN (m.kept, m.gone)
        AND (NEW.gone IS NULL OR (NEW.id = m.gone AND NEW.gone = 'MERGED' AND NEW.merged_into = m.kept))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER person_word_by_account BEFORE INSERT ON person_word FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT EXISTS (
     SELECT 1 FROM person_merge m
       JOIN person g ON g.id = m.gone AND g.gone IS NULL
      WHERE m.kept = NEW.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_word: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER person_word_forgotten_by_account BEFORE DELETE ON person_word FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT EXISTS (
     SELECT 1 FROM person_merge m WHERE m.gone = OLD.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_word: not for this account to remove';
  END IF;
END
//
-- What was the one's becomes the other's, and nobody else's.
CREATE OR REPLACE TRIGGER training_course_by_account BEFORE UPDATE ON training_course FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT merged(OLD.doctor, NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'training_course: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER course_curriculum_by_account BEFORE UPDATE ON course_curriculum FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT merged(OLD.doctor, NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_curriculum: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER element_by_import BEFORE UPDATE ON element FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT merged(OLD.doctor, NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER user_role_by_account BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT merged(OLD.person, NEW.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER feed_record_by_account BEFORE UPDATE ON feed_record FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT merged(OLD.person, NEW.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'feed_record: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER delegation_by_import BEFORE INSERT ON delegation FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT EXISTS (
     SELECT 1 FROM person_merge m
       JOIN delegation d ON d.held = NEW.held AND d.doctor = m.gone AND d.until = NEW.until
                        AND d.since <= NEW.since AND d.given_by = NEW.given_by AND d.given_as = NEW.given_as
      WHERE m.kept = NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER session_by_account BEFORE UPDATE ON session FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-import' AND NOT (NEW.ended <=> OLD.ended) AND NOT EXISTS (
     SELECT 1 FROM person_merge m WHERE OLD.person IN (m.kept, m.gone)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'session: not for this account to end';
  END IF;
END
//
