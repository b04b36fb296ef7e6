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
                                     AND (NOT h.named OR EXISTS (
                                          SELECT 1 FROM delegation g
                                           WHERE g.held = h.id AND g.doctor = NEW.doctor
                                             AND g.since <= DATE(NEW.at) + INTERVAL 1 DAY AND DATE(NEW.at) < g.until))
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
     WHEN 'PLAN'     THEN EXISTS (SELECT 1 FROM plan m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
     ELSE FALSE END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_link: no row of this doctor';
  END IF;
END
//
-- Roles by hand: the office gives what the secretariat and the project leader may give, in the name
-- of one of them who is logged in, to somebody else; never a supervisor's (T-001), never a doctor's.
CREATE OR REPLACE TRIGGER user_role_by_office BEFORE INSERT ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-office' AND NOT COALESCE(
         NEW.given_by <> NEW.person
     AND CASE NEW.given_as
         WHEN 'VUS'         THEN NEW.role IN ('UAO', 'TUTOR', 'KURSUSUDBYDER', 'FORSKVEJLEDER', 'PKL')
         WHEN 'PROJEKTLEDER' THEN NEW.role IN ('HKL', 'DKL', 'VUS')
         ELSE FALSE END
     AND EXISTS (SELECT 1 FROM session s
                  WHERE s.person = NEW.given_by AND s.stage = 'FULL'
                    AND s.made BETWEEN NEW.made_at - INTERVAL 1 DAY AND NEW.made_at + INTERVAL 1 DAY
                    AND (s.ended IS NULL OR s.ended >= NEW.made_at - INTERVAL 1 MINUTE))
     AND EXISTS (SELECT 1 FROM user_role h
                   LEFT JOIN org_unit u ON u.id = NEW.org_unit
                  WHERE h.person = NEW.given_by AND h.role = NEW.given_as
                    AND h.since <= DATE(NEW.made_at) + INTERVAL 1 DAY AND DATE(NEW.made_at) < h.until
                    AND (h.role <> 'VUS' OR COALESCE(u.region, NEW.region) = h.region)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to give';
  END IF;
END
//
CREATE OR REPLACE TRIGGER user_role_ended_by_office BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-office' AND NEW.person = OLD.person
     AND NEW.until <> OLD.until AND (OLD.role IN ('VEJLEDER', 'HOVEDVEJLEDER') OR NEW.ended_by <=> OLD.person
          OR NOT EXISTS (SELECT 1 FROM session s
                           JOIN user_role h ON h.person = s.person AND h.role IN ('VUS', 'PROJEKTLEDER')
                                           AND h.since <= DATE(NEW.ended_at) + INTERVAL 1 DAY
                                           AND DATE(NEW.ended_at) < h.until
                          WHERE s.person = NEW.ended_by AND s.stage = 'FULL'
                            AND s.made BETWEEN NEW.ended_at - INTERVAL 1 DAY AND NEW.ended_at + INTERVAL 1 DAY
                            AND (s.ended IS NULL OR s.ended >= NEW.ended_at - INTERVAL 1 MINUTE))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to end';
  END IF;
END
//
-- Another version is set by the secretariat of the region that has the course.
CREATE OR REPLACE TRIGGER curriculum_move_by_account BEFORE INSERT ON curriculum_move FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (NEW.as_role = 'VUS'
     AND EXISTS (SELECT 1 FROM session s
                  WHERE s.person = NEW.given_by AND s.stage = 'FULL'
                    AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
                    AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE))
     AND EXISTS (SELECT 1 FROM training_course c
                   JOIN user_role h ON h.person = NEW.given_by AND h.role = 'VUS' AND h.region = c.region
                  WHERE c.id = NEW.course AND c.doctor <> NEW.given_by
                    AND h.since <= DATE(NEW.at) + INTERVAL 1 DAY AND DATE(NEW.at) < h.until)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'curriculum_move: no secretariat of this doctor';
  END IF;
END
//
-- The office makes and ends practices alone, and moves an element only from one that had no name
-- to one of the same region (R-DM-04); hospitals and all other moves come by import.
CREATE OR REPLACE TRIGGER element_by_account BEFORE UPDATE ON element FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NEW.org_unit <> OLD.org_unit AND NOT EXISTS (
     SELECT 1
       FROM org_unit u
       JOIN org_unit p ON p.id = NEW.org_unit AND p.region = u.region
                      AND p.kind IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS')
      WHERE u.id = OLD.org_unit AND u.kind = 'PLADSHOLDER') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element: not for this account to move';
  END IF;
END
//
CREATE OR REPLACE TRIGGER org_unit_by_account BEFORE INSERT ON org_unit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NEW.kind NOT IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS', 'PLADSHOLDER') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'org_unit: not for this account to make';
  END IF;
END
//
CREATE OR REPLACE TRIGGER org_unit_kept_by_account BEFORE UPDATE ON org_unit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND OLD.kind NOT IN ('PRAKSIS', 'SPECIALLAEGEPRAKSIS', 'PLADSHOLDER') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'org_unit: not for this account to change';
  END IF;
END
//
-- Supervisors are made by the UAO or tutor of the department, who is logged in and holds that role
-- there that day: the account of approve can add no other role, none elsewhere, and nobody of their own
-- making (R-ROL-07, T-002).  What it changes of a role is that it ends, earlier than was said, and
-- whether it holds for named doctors alone.
CREATE OR REPLACE TRIGGER supervisor_by_account BEFORE INSERT ON user_role FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NOT COALESCE(
     NEW.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND NEW.person <> NEW.given_by AND NEW.ended_by IS NULL
     AND NEW.since >= DATE(NEW.made_at)
     AND EXISTS (SELECT 1 FROM session s
                  WHERE s.person = NEW.given_by AND s.stage = 'FULL'
                    AND s.made BETWEEN NEW.made_at - INTERVAL 1 DAY AND NEW.made_at + INTERVAL 1 DAY
                    AND (s.ended IS NULL OR s.ended >= NEW.made_at - INTERVAL 1 MINUTE))
     AND EXISTS (SELECT 1 FROM user_role h
                  WHERE h.person = NEW.given_by AND h.role = NEW.given_as AND h.role IN ('UAO', 'TUTOR')
                    AND h.org_unit = NEW.org_unit
                    AND h.since <= DATE(NEW.made_at) + INTERVAL 1 DAY AND DATE(NEW.made_at) < h.until), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER supervisor_kept_by_account BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NOT COALESCE(
     OLD.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND NEW.until <= OLD.until
     AND (NEW.until = OLD.until OR (NEW.ended_by IS NOT NULL
          AND EXISTS (SELECT 1 FROM user_role h
                       WHERE h.person = NEW.ended_by AND h.role IN ('UAO', 'TUTOR') AND h.org_unit = OLD.org_unit
                         AND h.since <= DATE(NEW.ended_at) + INTERVAL 1 DAY AND DATE(NEW.ended_at) < h.until))), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER delegation_by_account BEFORE INSERT ON delegation FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-import@%' AND NOT COALESCE(NEW.ended_by IS NULL
     AND EXISTS (SELECT 1 FROM session s
                  WHERE s.person = NEW.given_by AND s.stage = 'FULL'
                    AND s.made BETWEEN NEW.made_at - INTERVAL 1 DAY AND NEW.made_at + INTERVAL 1 DAY
                    AND (s.ended IS NULL OR s.ended >= NEW.made_at - INTERVAL 1 MINUTE))
     AND EXISTS (SELECT 1 FROM user_role s
                   JOIN user_role h ON h.org_unit = s.org_unit AND h.person = NEW.given_by
                                   AND h.role = NEW.given_as AND h.role IN ('UAO', 'TUTOR')
                                   AND h.since <= DATE(NEW.made_at) + INTERVAL 1 DAY AND DATE(NEW.made_at) < h.until
                   JOIN element e   ON e.org_unit = s.org_unit AND e.doctor = NEW.doctor
                  WHERE s.id = NEW.held AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND s.person <> NEW.doctor)
     AND NOT EXISTS (SELECT 1 FROM delegation o
                      WHERE o.held = NEW.held AND o.doctor = NEW.doctor
                        AND o.since < NEW.until AND o.until > NEW.since), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER delegation_kept_by_account BEFORE UPDATE ON delegation FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT COALESCE(NEW.until <= OLD.until
     AND EXISTS (SELECT 1 FROM user_role s
                   JOIN user_role h ON h.org_unit = s.org_unit AND h.person = NEW.ended_by AND h.role IN ('UAO', 'TUTOR')
                                   AND h.since <= DATE(NEW.ended_at) + INTERVAL 1 DAY AND DATE(NEW.ended_at) < h.until
                  WHERE s.id = OLD.held), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: ends, and is not changed';
  END IF;
END
//
-- The account of approve brings new supervisors in, and changes nobody who is there: no name, no
-- address, no way of being found, and a link or a mail that lets in only for who never had a password
-- and was put in this very minute.
CREATE OR REPLACE TRIGGER person_kept_by_account BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NOT (
     NEW.name = OLD.name AND NEW.email <=> OLD.email AND NEW.mobile <=> OLD.mobile AND NEW.auth_id <=> OLD.auth_id
     AND NEW.access_due IS NULL
     AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person = OLD.id)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER person_word_kept_by_account BEFORE DELETE ON person_word FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_word: not for this account to take away';
  END IF;
END
//
CREATE OR REPLACE TRIGGER access_link_by_account BEFORE INSERT ON access_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND (NEW.purpose <> 'ACCESS'
     OR EXISTS (SELECT 1 FROM credential c WHERE c.person = NEW.person)
     OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.made_at >= NEW.made - INTERVAL 1 MINUTE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'access_link: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER access_link_kept_by_account BEFORE UPDATE ON access_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND EXISTS (SELECT 1 FROM credential c WHERE c.person = OLD.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'access_link: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER mail_of_approve BEFORE INSERT ON mail FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND (NEW.kind <> 'ACCESS'
     OR EXISTS (SELECT 1 FROM credential c WHERE c.person = NEW.person)
     OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.email = NEW.address)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER text_message_of_approve BEFORE INSERT ON text_message FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'text_message: not for this account to add';
  END IF;
END
//
-- What each program tells of is what it does.
CREATE OR REPLACE TRIGGER notice_by_account BEFORE INSERT ON notice FOR EACH ROW
BEGIN
  IF (USER() LIKE 'logbook-journal@%' AND NEW.kind NOT IN ('REQUESTED',
         'PLAN_SENT', 'TALK_PLANNED', 'TALK_PREPARED', 'TALK_MINUTES', 'TALK_AGREED'))
     OR (USER() LIKE 'logbook-approve@%' AND NEW.kind NOT IN ('APPROVED', 'RETURNED', 'ROLE_GIVEN', 'ROLE_ENDED',
         'MAIN_SUPERVISOR', 'PLAN_RETURNED', 'PLAN_APPROVED', 'TALK_PLANNED', 'TALK_PREPARED', 'TALK_MINUTES', 'TALK_AGREED', 'DOUBT'))
     OR (USER() LIKE 'logbook-%' AND NEW.link <> '' AND NEW.link NOT REGEXP '^/[a-z]') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'notice: not for this account to add';
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
-- Taking an import back makes nobody of those whom an import made, and of nobody else.
CREATE OR REPLACE TRIGGER person_kept_by_clock BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-clock' AND NOT (NEW.gone <=> OLD.gone)
     AND NOT (OLD.made_via = 'IMPORT' AND COALESCE(OLD.gone, 'WITHDRAWN') = 'WITHDRAWN'
              AND COALESCE(NEW.gone, 'WITHDRAWN') = 'WITHDRAWN'
              AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person = OLD.id)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for the clock to take away';
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
-- Whoever changes a project leader's e-mail and mobile, and makes a link, can become one.  The account
-- of the office does so while a project leader is logged in alone: by that page, or by none.
CREATE OR REPLACE TRIGGER person_kept_by_office BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NOT (NEW.email <=> OLD.email AND NEW.mobile <=> OLD.mobile)
     AND EXISTS (SELECT 1 FROM user_role o WHERE o.person = OLD.id AND o.role = 'PROJEKTLEDER' AND o.until > UTC_DATE())
     AND NOT EXISTS (SELECT 1 FROM user_role h
                       JOIN session s ON s.held = h.id AND s.stage = 'FULL' AND s.ended IS NULL
                      WHERE h.role = 'PROJEKTLEDER' AND h.until > UTC_DATE()) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: of a project leader, not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER access_link_by_office BEFORE INSERT ON access_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%'
     AND EXISTS (SELECT 1 FROM user_role o WHERE o.person = NEW.person AND o.role = 'PROJEKTLEDER' AND o.until > DATE(NEW.made))
     AND NOT EXISTS (SELECT 1 FROM user_role h
                       JOIN session s ON s.held = h.id AND s.stage = 'FULL' AND s.ended IS NULL
                                     AND s.made BETWEEN NEW.made - INTERVAL 1 DAY AND NEW.made + INTERVAL 1 DAY
                      WHERE h.role = 'PROJEKTLEDER' AND h.until > DATE(NEW.made)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'access_link: of a project leader, not for this account to add';
  END IF;
END
//
-- Whose files an account may add: a doctor's own evidence, what courses leave behind, what the
-- secretariat decides on; in the name of somebody who is logged in.
CREATE OR REPLACE TRIGGER file_by_account BEFORE INSERT ON file FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT COALESCE(EXISTS (
       SELECT 1 FROM session s
        WHERE s.person = NEW.given_by AND s.stage = 'FULL'
          AND s.made BETWEEN NEW.at - INTERVAL 1 DAY AND NEW.at + INTERVAL 1 DAY
          AND (s.ended IS NULL OR s.ended >= NEW.at - INTERVAL 1 MINUTE))
     AND CASE account
     WHEN 'logbook-journal' THEN NEW.given_by = NEW.doctor AND NEW.kind NOT IN ('MERIT_LETTER', 'REQUEST', 'FORM')
     WHEN 'logbook-approve' THEN NEW.given_by <> NEW.doctor AND NEW.kind IN ('CARD', 'PLAN', 'TALK')
     WHEN 'logbook-course'  THEN NEW.given_by <> NEW.doctor AND NEW.kind = 'CERTIFICATE'
     WHEN 'logbook-office'  THEN NEW.given_by <> NEW.doctor
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file: not for this account to add';
  END IF;
END
//
