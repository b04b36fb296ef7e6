-- What the secretariat undoes (R-NUL-01 … R-NUL-08): something approved, once, by a secretariat that has
-- the doctor today, in the name of somebody who is logged in; by two persons where the region asks for it.
-- The step RESET of a story goes with its row here, and with no other.
CREATE OR REPLACE TRIGGER reset_follows BEFORE INSERT ON reset FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM reset o WHERE o.kind = NEW.kind AND o.row_id = NEW.row_id) THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'reset: it is struck already';
  END IF;
  IF NOT CASE NEW.kind
     WHEN 'APPROVAL' THEN EXISTS (SELECT 1 FROM approval_now n
                                   WHERE n.doctor = NEW.doctor AND n.approval = NEW.row_id
                                     AND n.status = 'APPROVED' AND n.merit IS NULL)
     WHEN 'MERIT'    THEN EXISTS (SELECT 1 FROM merit m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
     WHEN 'ATTESTATION' THEN EXISTS (SELECT 1 FROM attestation_now n
                                      WHERE n.doctor = NEW.doctor AND n.attestation = NEW.row_id
                                        AND n.status = 'APPROVED')
     WHEN 'COURSE'   THEN EXISTS (SELECT 1 FROM course_record_now n
                                   WHERE n.doctor = NEW.doctor AND n.record = NEW.row_id AND n.status = 'APPROVED')
                          AND NOT EXISTS (SELECT 1 FROM merit_course x
                                           WHERE x.doctor = NEW.doctor AND x.record = NEW.row_id)
     WHEN 'RESEARCH' THEN EXISTS (SELECT 1 FROM research_now n
                                   WHERE n.doctor = NEW.doctor AND n.research = NEW.row_id AND n.status = 'APPROVED')
     ELSE FALSE END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: nothing of this doctor that is approved';
  END IF;
  IF NEW.request_file IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM file f
      WHERE f.id = NEW.request_file AND f.doctor = NEW.doctor AND f.kind = 'REQUEST' AND f.given_by = NEW.given_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: no request of this doctor';
  END IF;
  IF NEW.requested_on > DATE(NEW.at) + INTERVAL 1 DAY THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: not asked for yet';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reset_by_account BEFORE INSERT ON reset FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(USER() LIKE 'logbook-office@%' AND NEW.as_role = 'VUS'
     AND is_logged_in(COALESCE(NEW.second, NEW.given_by), NEW.at)
     AND EXISTS (SELECT 1 FROM office_now o
                   JOIN training_region t ON t.id = o.region AND t.name = NEW.place
                  WHERE o.viewer = COALESCE(NEW.second, NEW.given_by) AND o.doctor = NEW.doctor
                    AND o.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < o.until
                    AND (NEW.second IS NOT NULL
                         OR NOT COALESCE((SELECT l.two FROM reset_rule l
                                           WHERE l.region = o.region AND l.since <= DATE(NEW.at)
                                           ORDER BY l.id DESC LIMIT 1), 0)))
     AND (NEW.second IS NULL
          OR EXISTS (SELECT 1 FROM reset_asked a
                      WHERE a.once = NEW.once AND a.doctor = NEW.doctor AND a.kind = NEW.kind
                        AND a.row_id = NEW.row_id AND a.given_by = NEW.given_by AND a.reason = NEW.reason
                        AND a.state = 'OPEN' AND DATE(NEW.at) <= a.expires)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: no secretariat that has this doctor';
  END IF;
END
//
CREATE OR REPLACE TRIGGER approval_reset_follows BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  IF NEW.status = 'RESET' AND NOT (NEW.kind = 'ORDINARY' AND EXISTS (
     SELECT 1 FROM approval_now n
       JOIN reset r ON r.doctor = n.doctor AND r.at = NEW.at
                   AND ((r.kind = 'APPROVAL' AND r.row_id = n.approval) OR (r.kind = 'MERIT' AND r.row_id = n.merit))
      WHERE n.doctor = NEW.doctor AND n.competency = NEW.competency AND n.status = 'APPROVED'
        AND COALESCE(r.second, r.given_by) = NEW.given_by)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: no reset says so';
  END IF;
END
//
-- What waits for the second person is asked for by a secretariat that has the doctor, and then only
-- closed: confirmed by another of them, or taken back.
CREATE OR REPLACE TRIGGER reset_asked_by_account BEFORE INSERT ON reset_asked FOR EACH ROW
BEGIN
  IF NEW.state <> 'OPEN' OR (USER() LIKE 'logbook-%' AND NOT COALESCE(USER() LIKE 'logbook-office@%' AND NEW.as_role = 'VUS'
     AND is_logged_in(NEW.given_by, NEW.at)
     AND EXISTS (SELECT 1 FROM office_now o
                  WHERE o.viewer = NEW.given_by AND o.doctor = NEW.doctor AND o.region = NEW.region
                    AND o.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < o.until), FALSE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_asked: no secretariat that has this doctor';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reset_asked_only_closes BEFORE UPDATE ON reset_asked FOR EACH ROW
BEGIN
  IF NOT COALESCE(OLD.state = 'OPEN' AND NEW.state IN ('DONE', 'WITHDRAWN')
     AND NEW.doctor = OLD.doctor AND NEW.kind = OLD.kind AND NEW.row_id = OLD.row_id AND NEW.reason = OLD.reason
     AND NEW.requester = OLD.requester AND NEW.requested_on = OLD.requested_on AND NEW.case_no <=> OLD.case_no
     AND NEW.request_file <=> OLD.request_file AND NEW.once = OLD.once AND NEW.given_by = OLD.given_by
     AND NEW.region = OLD.region AND NEW.at = OLD.at AND NEW.expires = OLD.expires
     AND (NEW.state <> 'DONE' OR EXISTS (SELECT 1 FROM reset r WHERE r.once = OLD.once AND r.second = NEW.closed_by)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_asked: is closed, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reset_asked_remains BEFORE DELETE ON reset_asked FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_asked: is closed, never deleted'
//
-- One person alone cannot switch the second one off and reset at once: off holds from the next day.
CREATE OR REPLACE TRIGGER reset_rule_by_account BEFORE INSERT ON reset_rule FOR EACH ROW
BEGIN
  IF NEW.since < DATE(NEW.at) + INTERVAL IF(NEW.two, 0, 1) DAY
     OR (USER() LIKE 'logbook-%' AND NOT COALESCE(USER() LIKE 'logbook-office@%'
     AND is_acting_for(NEW.given_by, 'VUS', NEW.region, NEW.at), FALSE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_rule: not for this account to set';
  END IF;
END
//
CREATE OR REPLACE TRIGGER reset_rule_stays BEFORE UPDATE ON reset_rule FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_rule: rows are only ever added'
//
CREATE OR REPLACE TRIGGER reset_rule_remains BEFORE DELETE ON reset_rule FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset_rule: rows are only ever added'
//
