-- The states of an approval and which may follow which (domain 6.4), and what must never
-- happen.  The latest row of each story is kept in approval_now by the second trigger, which
-- runs with the owner's rights: no program can write it.
CREATE OR REPLACE TRIGGER approval_follows BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';

  SELECT n.step, n.status INTO before_step, before_status
    FROM approval_now n
   WHERE n.doctor = NEW.doctor AND n.competency = NEW.competency;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'approval: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'REQUESTED' THEN before_status <> 'APPROVED'
         WHEN 'WITHDRAWN' THEN before_status = 'REQUESTED'
         WHEN 'RETURNED'  THEN before_status = 'REQUESTED'
         WHEN 'RESET'     THEN before_status = 'APPROVED'
         ELSE before_status <> 'APPROVED'
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: this status may not follow that one';
  END IF;
  -- that a reset has its row in reset, says approval_reset_follows
  IF NEW.status = 'PARTLY' AND COALESCE(NEW.words, '') = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: what remains is not said';
  END IF;
  IF NEW.status IN ('RETURNED', 'APPROVED', 'PARTLY', 'RESET') AND NEW.given_by = NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: nobody approves their own';
  END IF;
END
//
CREATE OR REPLACE TRIGGER approval_is_now AFTER INSERT ON approval FOR EACH ROW
BEGIN
  INSERT INTO approval_now (doctor, competency, curriculum, approval, step, status, kind, element, org_unit, merit, by_name, as_role, place, at)
  VALUES (NEW.doctor, NEW.competency, (SELECT c.curriculum FROM competency c WHERE c.id = NEW.competency), NEW.id, NEW.step, NEW.status, NEW.kind, NEW.element, NEW.org_unit, NEW.merit,
          NEW.by_name, NEW.as_role, NEW.place, NEW.at)
  ON DUPLICATE KEY UPDATE approval = NEW.id, step = NEW.step, status = NEW.status, kind = NEW.kind,
    element = NEW.element, org_unit = NEW.org_unit, merit = NEW.merit, by_name = NEW.by_name, as_role = NEW.as_role,
    place = NEW.place, at = NEW.at;
END
//
CREATE OR REPLACE TRIGGER approval_stays BEFORE UPDATE ON approval FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: rows are only ever added'
//
CREATE OR REPLACE TRIGGER approval_remains BEFORE DELETE ON approval FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: rows are only ever added'
//
