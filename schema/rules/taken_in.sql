-- Journals that are taken in (R-ARK-04).  The account adds to the logbook of a doctor who has none, while
-- that doctor's row in journal_taken is not ended: it makes nobody who could log in but the doctor, gives no
-- role that holds for a day, and what it has added stays as it is.
CREATE OR REPLACE TRIGGER journal_taken_begins BEFORE INSERT ON journal_taken FOR EACH ROW
BEGIN
  IF NEW.ended IS NOT NULL
     OR EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM chain_head h WHERE h.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM file f WHERE f.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM note n WHERE n.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM card_entry e WHERE e.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM employment e WHERE e.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM look l WHERE l.doctor = NEW.doctor)
     OR EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.doctor AND p.gone IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_taken: this doctor has a logbook';
  END IF;
END
//
CREATE OR REPLACE TRIGGER journal_taken_ends BEFORE UPDATE ON journal_taken FOR EACH ROW
BEGIN
  IF NOT (NEW.doctor = OLD.doctor AND NEW.sha256 = OLD.sha256 AND NEW.made = OLD.made AND NEW.links = OLD.links
          AND NEW.by_user = OLD.by_user AND NEW.at = OLD.at AND OLD.ended IS NULL AND NEW.ended IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_taken: rows are only ever added';
  END IF;
END
//
CREATE OR REPLACE TRIGGER journal_taken_remains BEFORE DELETE ON journal_taken FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_taken: rows are only ever added'
//
CREATE OR REPLACE TRIGGER journal_person_by_account BEFORE INSERT ON journal_person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_person: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER journal_person_stays BEFORE UPDATE ON journal_person FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_person: rows are only ever added'
//
CREATE OR REPLACE TRIGGER journal_person_remains BEFORE DELETE ON journal_person FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_person: rows are only ever added'
//
CREATE OR REPLACE TRIGGER chain_taken_in_by_account BEFORE INSERT ON chain_taken_in FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_taken_in: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER chain_taken_in_stays BEFORE UPDATE ON chain_taken_in FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_taken_in: rows are only ever added'
//
CREATE OR REPLACE TRIGGER chain_taken_in_remains BEFORE DELETE ON chain_taken_in FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_taken_in: rows are only ever added'
//
-- Who acted elsewhere has no address, no number to be found by, and is none of the logbook's persons; the
-- doctor is, and gets no link and no password before the secretariat or an import has said that the address is
-- theirs: the ZIP is not signed.
CREATE OR REPLACE TRIGGER person_made_by_take BEFORE INSERT ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT COALESCE(NEW.merged_into IS NULL AND NEW.made_via = 'IMPORT'
     AND NEW.access_due IS NULL
     AND (NEW.gone IS NULL AND (NEW.unconfirmed IS NOT NULL OR (NEW.email IS NULL AND NEW.mobile IS NULL))
          OR (NEW.gone = 'ELSEWHERE' AND NEW.email IS NULL AND NEW.mobile IS NULL AND NEW.auth_id IS NULL
                               AND NEW.cpr_kind = 'REPLACEMENT')), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to make';
  END IF;
END
//
-- Research supervision and requests name a role; one that lasts no day lets nobody do anything.
CREATE OR REPLACE TRIGGER user_role_by_take BEFORE INSERT ON user_role FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT COALESCE(NEW.role IN ('FORSKVEJLEDER', 'KURSUSUDBYDER')
     AND NEW.until = NEW.since AND NEW.given_by IS NULL, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to give';
  END IF;
END
//
-- What a doctor is employed in is taken in with the journal, and changed by others.
CREATE OR REPLACE TRIGGER training_course_by_take BEFORE INSERT ON training_course FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'training_course: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER course_curriculum_by_take BEFORE INSERT ON course_curriculum FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_curriculum: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER element_by_take BEFORE INSERT ON element FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER element_change_by_take BEFORE INSERT ON element_change FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element_change: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER agreement_by_take BEFORE INSERT ON agreement FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%'
     AND NOT COALESCE((SELECT taking_in(c.doctor) FROM training_course c WHERE c.id = NEW.course), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'agreement: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER chain_head_by_take BEFORE INSERT ON chain_head FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NOT taking_in(NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_head: not for this account to begin';
  END IF;
END
//
CREATE OR REPLACE TRIGGER course_run_by_take BEFORE INSERT ON course_run FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-take@%' AND NEW.until > DATE(NEW.at) + INTERVAL 1 DAY THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'course_run: of a course that has not been held';
  END IF;
END
//
