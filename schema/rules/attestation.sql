-- The story of an attestation: which step may follow which, and what must never be signed, whoever
-- asks.  attestation_now is kept by the second trigger, which runs with the owner's rights.
CREATE OR REPLACE TRIGGER attestation_follows BEFORE INSERT ON attestation FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';
  DECLARE before_basis VARCHAR(20) DEFAULT 'ORDINARY';

  SELECT n.step, n.status, n.basis INTO before_step, before_status, before_basis
    FROM attestation_now n
   WHERE n.doctor = NEW.doctor AND n.element = NEW.element AND n.kind = NEW.kind;
  IF NEW.step <> before_step + 1 THEN
    -- somebody was faster: the same answer as the unique key gives
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'attestation: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'REQUESTED' THEN before_status IN ('NONE', 'WITHDRAWN', 'RETURNED', 'RESET', 'EXCEPTION')
         WHEN 'WITHDRAWN' THEN before_status = 'REQUESTED'
         WHEN 'RETURNED'  THEN before_status = 'REQUESTED'
         WHEN 'RESET'     THEN before_status = 'APPROVED'
         WHEN 'EXCEPTION' THEN before_status <> 'APPROVED' AND NOT (before_status = 'REQUESTED' AND before_basis = 'PAPER_VERIFIED')
         ELSE before_status <> 'APPROVED'
              AND (NEW.basis = 'PAPER_VERIFIED') = (before_status = 'REQUESTED' AND before_basis = 'PAPER_VERIFIED')
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: this status may not follow that one';
  END IF;
  IF NEW.status NOT IN ('REQUESTED', 'WITHDRAWN') AND NEW.given_by = NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: nobody attests their own';
  END IF;
  -- T-061: supervisors attest single competencies alone
  IF NEW.status IN ('RETURNED', 'APPROVED') AND NEW.as_role NOT IN ('UAO', 'TUTOR') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: by UAO or tutor alone';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: another doctor''s element';
  END IF;
END
//
-- What is signed says what the element is that day; time not before its last month (R-ATT-09, the day is
-- that of UTC here, hence one more); absence above the limit only with what makes up for it (R-ATT-10).
CREATE OR REPLACE TRIGGER attestation_of_time_holds BEFORE INSERT ON attestation FOR EACH ROW
IF NEW.status = 'APPROVED' AND NEW.kind = 'TIME' AND NOT taking_in(NEW.doctor) THEN
  IF NOT EXISTS (SELECT 1
                   FROM element e
                  WHERE e.id = NEW.element AND e.cancelled IS NULL AND e.since = NEW.since AND e.until = NEW.until
                    AND e.fraction = NEW.fraction
                    AND COALESCE(NEW.paper_signed, DATE(NEW.at) + INTERVAL 1 DAY) >= e.until - INTERVAL 1 MONTH) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: not the element as it is, or before its last month';
  END IF;
  IF NEW.basis = 'ORDINARY' AND NEW.absence_days > NEW.absence_limit
     AND NOT EXISTS (SELECT 1 FROM element_moved_on x WHERE x.element = NEW.element)
     AND NOT EXISTS (SELECT 1 FROM element_replacement x WHERE x.element = NEW.element)
     AND NOT EXISTS (SELECT 1
                       FROM attestation x
                      WHERE x.id = NEW.exception AND x.doctor = NEW.doctor AND x.element = NEW.element AND x.kind = 'TIME'
                        AND x.status = 'EXCEPTION' AND x.absence_days >= NEW.absence_days
                        AND NOT EXISTS (SELECT 1
                                          FROM attestation r
                                         WHERE r.doctor = x.doctor AND r.element = x.element AND r.kind = x.kind
                                           AND r.status = 'RESET' AND r.step > x.step)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: absence above the limit';
  END IF;
END IF
//
-- R-ATT-22: not while a competency due in the element is not approved; and it names what it stands on.
CREATE OR REPLACE TRIGGER attestation_of_goals_holds BEFORE INSERT ON attestation FOR EACH ROW
IF NEW.status = 'APPROVED' AND NEW.kind = 'GOALS' AND NOT taking_in(NEW.doctor) THEN
  IF NOT EXISTS (SELECT 1 FROM goal_due d WHERE d.element = NEW.element)
     OR EXISTS (SELECT 1
                  FROM goal_due d
                 WHERE d.element = NEW.element
                   AND NOT (COALESCE(d.status, 'NONE') = 'APPROVED' AND FIND_IN_SET(d.approval, NEW.goals) > 0)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: a competency due in the element is not approved';
  END IF;
END IF
//
CREATE OR REPLACE TRIGGER attestation_is_now AFTER INSERT ON attestation FOR EACH ROW
BEGIN
  INSERT INTO attestation_now (doctor, element, kind, attestation, step, status, basis, org_unit, by_name, as_role, place, at)
  VALUES (NEW.doctor, NEW.element, NEW.kind, NEW.id, NEW.step, NEW.status, NEW.basis, NEW.org_unit, NEW.by_name,
          NEW.as_role, NEW.place, NEW.at)
  ON DUPLICATE KEY UPDATE attestation = NEW.id, step = NEW.step, status = NEW.status, basis = NEW.basis,
    org_unit = NEW.org_unit, by_name = NEW.by_name, as_role = NEW.as_role, place = NEW.place, at = NEW.at;
END
//
CREATE OR REPLACE TRIGGER attestation_stays BEFORE UPDATE ON attestation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: rows are only ever added'
//
CREATE OR REPLACE TRIGGER attestation_remains BEFORE DELETE ON attestation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: rows are only ever added'
//
-- What each program may add (as account.sql says it of approvals): the doctor's asks and takes back,
-- and brings a scan of the doctor's own; that of UAO and tutor signs and returns, of the element's
-- department, or, what is on paper, of the doctor's present one (R-ATT-04); that of the secretariat
-- makes exceptions, and strikes what it has reset in the same moment (R-ATT-07).
CREATE OR REPLACE TRIGGER attestation_by_account BEFORE INSERT ON attestation FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.status IN ('REQUESTED', 'WITHDRAWN') AND NEW.as_role = 'UL'
       AND (NEW.paper IS NULL OR EXISTS (SELECT 1 FROM file f
                                          WHERE f.id = NEW.paper AND f.doctor = NEW.doctor AND f.given_by = NEW.doctor
                                            AND f.kind = 'PAPER_ATTESTATION' AND f.content = NEW.paper_sha256))
     WHEN 'logbook-approve' THEN
       NEW.status IN ('RETURNED', 'APPROVED') AND NEW.as_role IN ('UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role AND h.org_unit = e.org_unit
                    WHERE e.doctor = NEW.doctor AND e.cancelled IS NULL
                      AND (CASE NEW.basis
                           WHEN 'ORDINARY' THEN e.id = NEW.element
                           ELSE e.since <= DATE(NEW.at) + INTERVAL 1 DAY
                                AND (e.until > DATE(NEW.at) - INTERVAL 1 DAY
                                     OR NOT EXISTS (SELECT 1 FROM element l
                                                     WHERE l.doctor = e.doctor AND l.cancelled IS NULL
                                                       AND l.since <= DATE(NEW.at) AND l.until > e.until)) END)
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     WHEN 'logbook-office' THEN
       NEW.as_role = 'VUS'
       AND EXISTS (SELECT 1 FROM user_role h
                     JOIN training_course c ON c.doctor = NEW.doctor AND c.region = h.region
                    WHERE h.person = NEW.given_by AND h.role = 'VUS'
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
       AND (NEW.status = 'EXCEPTION'
            OR (NEW.status = 'RESET'
                AND EXISTS (SELECT 1 FROM reset r
                              JOIN attestation x ON x.id = r.row_id AND x.doctor = NEW.doctor AND x.element = NEW.element
                                                AND x.kind = NEW.kind AND x.step = NEW.step - 1
                             WHERE r.kind = 'ATTESTATION' AND r.doctor = NEW.doctor
                               AND COALESCE(r.second, r.given_by) = NEW.given_by
                               AND r.at = NEW.at)))
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation: not for this account to add';
  END IF;
END
//
