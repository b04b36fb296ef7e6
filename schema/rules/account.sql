-- What each program may add, beyond what a grant can say.  A program that somebody has taken
-- over holds its account: it still cannot approve with the account that asks, ask with the one
-- that approves, answer for somebody who holds no role where the doctor is employed, or do
-- anything in the name of somebody who is not logged in that day.  Legal paths never meet these;
-- the owner, who could drop them, is not held by them.
--
-- Triggers run with the owner's rights; USER() is still the account that is connected.  Who is
-- logged in, and acting as what, is asked of _functions.sql.
CREATE OR REPLACE TRIGGER approval_by_account BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('REQUESTED', 'WITHDRAWN') AND NEW.as_role = 'UL'
       AND EXISTS (SELECT 1 FROM element e WHERE e.id = NEW.element AND e.doctor = NEW.doctor)
     WHEN 'logbook-approve' THEN
       NEW.kind = 'ORDINARY' AND NEW.status IN ('RETURNED', 'APPROVED', 'PARTLY')
       AND NEW.as_role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role
                                     AND h.org_unit = e.org_unit
                                     AND (NOT h.named OR EXISTS (
                                          SELECT 1 FROM delegation g
                                           WHERE g.held = h.id AND g.doctor = NEW.doctor
                                             AND g.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < g.until))
                    WHERE e.id = NEW.element AND e.doctor = NEW.doctor
                      AND h.since < h.until
                      AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     WHEN 'logbook-office' THEN
       -- a reset is held by approval_reset_follows to its row in reset, and that by reset_by_account
       CASE NEW.kind
       WHEN 'MERIT' THEN EXISTS (SELECT 1 FROM merit m
                    WHERE m.id = NEW.merit AND m.doctor = NEW.doctor AND m.given_by = NEW.given_by
                      AND m.at = NEW.at)
       ELSE NEW.status = 'RESET' AND NEW.as_role = 'VUS' END
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER merit_by_account BEFORE INSERT ON merit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(NEW.as_role = 'VUS'
     AND is_acting_for(NEW.given_by, 'VUS', NEW.region, NEW.at)
     AND EXISTS (SELECT 1 FROM training_course c
                  WHERE c.doctor = NEW.doctor AND c.region = NEW.region), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'merit: no secretariat of this doctor';
  END IF;
END
//
-- The programs that show nobody else's logbook record no look into one, and the others none by
-- a role that its holder never had.
CREATE OR REPLACE TRIGGER look_by_account BEFORE INSERT ON look FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT (SUBSTRING_INDEX(USER(), '@', 1) NOT IN ('logbook-login', 'logbook-journal')
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
     WHEN 'RESEARCH' THEN EXISTS (SELECT 1 FROM research s WHERE s.id = NEW.row_id AND s.doctor = NEW.doctor)
     WHEN 'DECISION' THEN EXISTS (SELECT 1 FROM decision d WHERE d.id = NEW.row_id AND d.doctor = NEW.doctor)
     WHEN 'RESET'    THEN EXISTS (SELECT 1 FROM reset r WHERE r.id = NEW.row_id AND r.doctor = NEW.doctor)
     WHEN 'FILE_CHECK' THEN EXISTS (SELECT 1 FROM file_check k WHERE k.id = NEW.row_id AND k.doctor = NEW.doctor)
     WHEN 'CARD'     THEN EXISTS (SELECT 1 FROM card k WHERE k.id = NEW.row_id AND k.doctor = NEW.doctor)
     WHEN 'ATTESTATION' THEN EXISTS (SELECT 1 FROM attestation t WHERE t.id = NEW.row_id AND t.doctor = NEW.doctor)
     WHEN 'COURSE'   THEN EXISTS (SELECT 1 FROM course_record c WHERE c.id = NEW.row_id AND c.doctor = NEW.doctor)
     WHEN 'PLAN'     THEN EXISTS (SELECT 1 FROM plan m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
     WHEN 'SUBMISSION' THEN EXISTS (SELECT 1 FROM submission_step m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
     WHEN 'EMPLOYMENT' THEN EXISTS (SELECT 1 FROM employment_signed m WHERE m.id = NEW.row_id AND m.doctor = NEW.doctor)
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
     AND IF(NEW.given_as = 'VUS',
            is_acting_for(NEW.given_by, 'VUS',
                          COALESCE((SELECT u.region FROM org_unit u WHERE u.id = NEW.org_unit), NEW.region), NEW.made_at),
            is_acting(NEW.given_by, NEW.given_as, NEW.made_at)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to give';
  END IF;
END
//
CREATE OR REPLACE TRIGGER user_role_ended_by_office BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-office' AND NEW.person = OLD.person
     AND NEW.until <> OLD.until AND (OLD.role IN ('VEJLEDER', 'HOVEDVEJLEDER') OR NEW.ended_by <=> OLD.person
          OR NOT COALESCE(is_acting(NEW.ended_by, 'VUS', NEW.ended_at)
                          OR is_acting(NEW.ended_by, 'PROJEKTLEDER', NEW.ended_at), FALSE)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to end';
  END IF;
END
//
-- Another version is set by the secretariat of the region that has the course.
CREATE OR REPLACE TRIGGER curriculum_move_by_account BEFORE INSERT ON curriculum_move FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in((SELECT c.doctor FROM training_course c WHERE c.id = NEW.course)) AND NOT COALESCE(NEW.as_role = 'VUS'
     AND EXISTS (SELECT 1 FROM training_course c
                  WHERE c.id = NEW.course AND c.doctor <> NEW.given_by
                    AND is_acting_for(NEW.given_by, 'VUS', c.region, NEW.at)), FALSE) THEN
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
     AND NEW.since >= DATE(NEW.made_at) AND NEW.given_as IN ('UAO', 'TUTOR')
     AND is_acting_at(NEW.given_by, NEW.given_as, NEW.org_unit, NEW.made_at), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER supervisor_kept_by_account BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NOT COALESCE(
     OLD.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND NEW.until <= OLD.until
     AND (NEW.until = OLD.until
          OR is_acting_at(NEW.ended_by, 'UAO', OLD.org_unit, NEW.ended_at)
          OR is_acting_at(NEW.ended_by, 'TUTOR', OLD.org_unit, NEW.ended_at)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER delegation_by_account BEFORE INSERT ON delegation FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-import@%' AND NOT COALESCE(NEW.ended_by IS NULL AND NEW.given_as IN ('UAO', 'TUTOR')
     AND EXISTS (SELECT 1 FROM user_role s
                   JOIN element e ON e.org_unit = s.org_unit AND e.doctor = NEW.doctor
                  WHERE s.id = NEW.held AND s.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND s.person <> NEW.doctor
                    AND is_acting_at(NEW.given_by, NEW.given_as, s.org_unit, NEW.made_at))
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
                  WHERE s.id = OLD.held
                    AND (is_acting_at(NEW.ended_by, 'UAO', s.org_unit, NEW.ended_at)
                         OR is_acting_at(NEW.ended_by, 'TUTOR', s.org_unit, NEW.ended_at))), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: ends, and is not changed';
  END IF;
END
//
-- The account of approve brings new supervisors in, and changes nobody who is there: no name, no
-- address, no way of being found.  Whom it brings in gets no way in from it, and from nobody before
-- the secretariat or an import has said that the address is theirs: whoever has the mailbox would
-- become whoever has the number.
CREATE OR REPLACE TRIGGER person_kept_by_account BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NOT (
     NEW.name = OLD.name AND NEW.email <=> OLD.email AND NEW.mobile <=> OLD.mobile AND NEW.auth_id <=> OLD.auth_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER person_made_by_account BEFORE INSERT ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' AND NEW.unconfirmed IS NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: made by a department, and to be confirmed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER person_confirmed_by_account BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT (NEW.unconfirmed <=> OLD.unconfirmed)
     AND NOT (USER() LIKE 'logbook-clock@%'
              OR (USER() LIKE 'logbook-office@%' AND NEW.unconfirmed IS NULL AND office_acts_on(OLD.id))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to confirm';
  END IF;
END
//
CREATE OR REPLACE TRIGGER access_link_of_confirmed BEFORE INSERT ON access_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%'
     AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.unconfirmed IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'access_link: of a person whom nobody has confirmed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER credential_of_confirmed BEFORE INSERT ON credential FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%'
     AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.unconfirmed IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'credential: of a person whom nobody has confirmed';
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
CREATE OR REPLACE TRIGGER mail_of_approve BEFORE INSERT ON mail FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-approve@%' THEN
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
-- The program that sends gives receipts, to the doctor's own address.
CREATE OR REPLACE TRIGGER mail_of_send BEFORE INSERT ON mail FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-send@%' AND NOT COALESCE(NEW.kind = 'RECEIPT'
     AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.email = NEW.address), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER text_message_of_send BEFORE INSERT ON text_message FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-send@%' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'text_message: not for this account to add';
  END IF;
END
//
-- What each program tells of is what it does.
CREATE OR REPLACE TRIGGER notice_by_account BEFORE INSERT ON notice FOR EACH ROW
BEGIN
  IF (USER() LIKE 'logbook-journal@%' AND NEW.kind NOT IN ('REQUESTED', 'ABSENCE_LONG', 'ATTEST_ABSENCE', 'RESEARCH_REQUESTED', 'CARD_SENT',
                    'FILE_AWAITS', 'ATTEST_ASKED', 'PAPER_ASKED', 'COURSE_CLAIMED',
                    'PLAN_SENT', 'TALK_PLANNED', 'TALK_PREPARED', 'TALK_MINUTES', 'TALK_AGREED', 'READY_REMINDED'))
     OR (USER() LIKE 'logbook-approve@%' AND NEW.kind NOT IN ('APPROVED', 'RETURNED', 'ROLE_GIVEN', 'ROLE_ENDED', 'ACCESS_ASKED',
                    'ABSENCE_LONG', 'ABSENCE_KEPT', 'ATTEST_ABSENCE', 'RESEARCH_ASSIGNED',
                    'RESEARCH_SUPERVISOR', 'PARTLY', 'CARD_ANSWERED', 'DOUBT',
                    'FILE_VERIFIED', 'FILE_REFUSED', 'ATTEST_GIVEN', 'ATTEST_RETURNED',
                    'PAPER_VERIFIED', 'PAPER_RETURNED', 'COURSE_VERIFIED', 'COURSE_REFUSED',
                    'COURSE_APPROVED', 'MAIN_SUPERVISOR', 'PLAN_RETURNED', 'PLAN_APPROVED',
                    'TALK_PLANNED', 'TALK_PREPARED', 'TALK_MINUTES', 'TALK_AGREED'))
     OR (USER() LIKE 'logbook-course@%' AND NEW.kind NOT IN ('COURSE_APPROVED', 'COURSE_NOT_PASSED', 'COURSE_VERIFIED',
                    'COURSE_REFUSED', 'COURSE_BASIS', 'COURSE_SERIES', 'RESEARCH_APPROVED', 'RESEARCH_RETURNED'))
     OR (USER() LIKE 'logbook-send@%' AND NEW.kind NOT IN ('PACKAGE_SENT', 'PACKAGE_STOPPED', 'PACKAGE_STOPPED_OF',
                    'PACKAGE_LATE', 'PACKAGES_LATE'))
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
-- Whoever changes somebody's e-mail and mobile, and makes a link, can become them.  The account of the
-- office does so in the name of a secretariat or a project leader who is at work, each time by a row of
-- the audit that says so, of that person and that moment, and not without end; of a project leader in
-- the name of one alone (office_acts_on).  A mail that waits goes to no address but the person's own.
CREATE OR REPLACE TRIGGER person_kept_by_office BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NOT (NEW.email <=> OLD.email AND NEW.mobile <=> OLD.mobile)
     AND NOT office_acts_on(OLD.id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: not for this account to change';
  END IF;
END
//
CREATE OR REPLACE TRIGGER access_link_by_office BEFORE INSERT ON access_link FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NOT office_acts_on(NEW.person) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'access_link: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER mail_kept_of_office BEFORE UPDATE ON mail FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-office@%' AND NEW.address <> OLD.address
     AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = OLD.person AND p.email = NEW.address) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail: not for this account to send elsewhere';
  END IF;
END
//
-- A session that has run out is not made live again.  (Only what the gate finds alive is noted as seen.)
CREATE OR REPLACE TRIGGER session_seen_by_account BEFORE UPDATE ON session FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NEW.seen > OLD.seen + INTERVAL 62 MINUTE THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'session: has run out';
  END IF;
END
//
-- Whose files an account may add: a doctor's own evidence, what courses leave behind, what the
-- secretariat decides on; in the name of somebody who is logged in.
CREATE OR REPLACE TRIGGER file_by_account BEFORE INSERT ON file FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
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
