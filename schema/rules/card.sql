-- Cards: which step may follow which, what may stand on one, what is counted, and that a goal is not
-- approved before what it needs is there (R-KOM-01, R-KOM-03, T-062, T-063).
CREATE OR REPLACE TRIGGER card_follows BEFORE INSERT ON card FOR EACH ROW
BEGIN
  DECLARE before_step SMALLINT UNSIGNED DEFAULT 0;
  DECLARE before_status VARCHAR(10) DEFAULT 'NONE';
  DECLARE card_scale VARCHAR(10);
  DECLARE card_parts SMALLINT UNSIGNED;

  SELECT n.step, n.status INTO before_step, before_status
    FROM card_now n
   WHERE n.doctor = NEW.doctor AND n.sheet = NEW.sheet;
  IF NEW.step <> before_step + 1 THEN
    SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'card: another step came first';
  END IF;
  IF NOT CASE NEW.status
         WHEN 'STARTED'   THEN before_status IN ('NONE', 'STARTED', 'WITHDRAWN', 'RETURNED')
         WHEN 'SENT'      THEN before_status IN ('NONE', 'STARTED', 'WITHDRAWN', 'RETURNED')
         WHEN 'WITHDRAWN' THEN before_status IN ('STARTED', 'SENT', 'RETURNED')
         WHEN 'RETURNED'  THEN before_status = 'SENT'
         ELSE before_status IN ('NONE', 'SENT')
         END THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: this status may not follow that one';
  END IF;
  IF NEW.status IN ('RETURNED', 'APPROVED') AND NEW.given_by = NEW.doctor OR NEW.assessor <=> NEW.doctor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: nobody assesses themselves';
  END IF;
  SELECT t.scale, t.parts INTO card_scale, card_parts
    FROM card_sheet s
    JOIN card_template t ON t.id = s.template
   WHERE s.id = NEW.sheet AND s.doctor = NEW.doctor AND s.template = NEW.template
     AND s.competency <=> NEW.competency;
  IF card_scale IS NULL OR CHAR_LENGTH(NEW.marks) <> card_parts
     OR NOT NEW.marks REGEXP IF(card_scale = 'FEM', '^[-1-5]*$', '^[-SG]*$') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: not what this card is for';
  END IF;
  IF NEW.status = 'APPROVED' AND NEW.marks REGEXP '[-S]' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: not everything on it is approved';
  END IF;
  IF NOT taking_in(NEW.doctor) AND NOT EXISTS (SELECT 1 FROM element e
                   JOIN training_course c ON c.id = e.course
                  WHERE e.id = NEW.element AND e.doctor = NEW.doctor
                    AND NEW.assessed_on >= c.since AND NEW.assessed_on <= DATE(NEW.at) + INTERVAL 1 DAY) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: not a day of this course of training';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_is_now AFTER INSERT ON card FOR EACH ROW
BEGIN
  INSERT INTO card_now (doctor, sheet, card, step, status, template, competency, org_unit, assessor)
  VALUES (NEW.doctor, NEW.sheet, NEW.id, NEW.step, NEW.status, NEW.template, NEW.competency, NEW.org_unit, NEW.assessor)
  ON DUPLICATE KEY UPDATE card = NEW.id, step = NEW.step, status = NEW.status, org_unit = NEW.org_unit,
    assessor = NEW.assessor;
  IF NEW.status = 'APPROVED' THEN
    INSERT INTO card_count (doctor, competency, method, have)
    SELECT NEW.doctor, g.competency, t.method, 1
      FROM card_template t
      JOIN card_goal g ON g.template = t.id AND (NEW.competency IS NULL OR g.competency = NEW.competency)
     WHERE t.id = NEW.template
    ON DUPLICATE KEY UPDATE have = have + 1;
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_stays BEFORE UPDATE ON card FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_remains BEFORE DELETE ON card FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_sheet_stays BEFORE UPDATE ON card_sheet FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_sheet: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_sheet_remains BEFORE DELETE ON card_sheet FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_sheet: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_sheet_is_of_the_list BEFORE INSERT ON card_sheet FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1
                   FROM card_template t
                   JOIN course_curriculum k ON k.doctor = NEW.doctor AND k.curriculum = t.curriculum
                  WHERE t.id = NEW.template
                    AND CASE WHEN t.whole THEN NEW.competency IS NULL
                             ELSE EXISTS (SELECT 1 FROM card_goal g
                                           WHERE g.template = t.id AND g.competency = NEW.competency) END) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_sheet: no card of this doctor''s lists';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_set_stays BEFORE UPDATE ON card_set FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_set: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_set_remains BEFORE DELETE ON card_set FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_set: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_template_stays BEFORE UPDATE ON card_template FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_template: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_template_remains BEFORE DELETE ON card_template FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_template: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_part_stays BEFORE UPDATE ON card_part FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_part: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_part_remains BEFORE DELETE ON card_part FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_part: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_need_stays BEFORE UPDATE ON card_need FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_need: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_need_remains BEFORE DELETE ON card_need FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_need: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_goal_stays BEFORE UPDATE ON card_goal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_goal: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_goal_remains BEFORE DELETE ON card_goal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_goal: rows are only ever added'
//
-- A published set is whole, as a published list is.
CREATE OR REPLACE TRIGGER card_template_is_of_the_set BEFORE INSERT ON card_template FOR EACH ROW
BEGIN
  IF NEW.position < 1 OR NEW.position > (SELECT templates FROM card_set WHERE curriculum = NEW.curriculum) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_template: the published set is whole';
  END IF;
END
//
-- What the doctor writes down counts where no card does; it is taken out, never changed, and stays
-- once the goal has been approved on the strength of it.
CREATE OR REPLACE TRIGGER card_entry_counts BEFORE INSERT ON card_entry FOR EACH ROW
BEGIN
  IF (NEW.taken_out IS NOT NULL AND NOT taking_in(NEW.doctor)) OR NOT EXISTS (
       SELECT 1 FROM card_need q WHERE q.competency = NEW.competency AND q.method = NEW.method AND NOT q.by_card)
     OR NEW.done_on > DATE(NEW.at) + INTERVAL 1 DAY THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_entry: nothing that is counted';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_entry_is_counted AFTER INSERT ON card_entry FOR EACH ROW
INSERT INTO card_count (doctor, competency, method, have)
VALUES (NEW.doctor, NEW.competency, NEW.method, IF(NEW.taken_out IS NULL, NEW.number, 0))
ON DUPLICATE KEY UPDATE have = have + IF(NEW.taken_out IS NULL, NEW.number, 0)
//
CREATE OR REPLACE TRIGGER card_entry_is_taken_out BEFORE UPDATE ON card_entry FOR EACH ROW
BEGIN
  IF OLD.taken_out IS NOT NULL OR NEW.taken_out IS NULL OR NOT (NEW.id = OLD.id AND NEW.doctor = OLD.doctor
     AND NEW.competency = OLD.competency AND NEW.method = OLD.method AND NEW.done_on = OLD.done_on
     AND NEW.number = OLD.number AND NEW.words <=> OLD.words AND NEW.once = OLD.once AND NEW.at = OLD.at)
     OR EXISTS (SELECT 1 FROM approval_now n
                 WHERE n.doctor = OLD.doctor AND n.competency = OLD.competency AND n.status = 'APPROVED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_entry: is taken out, never changed';
  END IF;
  UPDATE card_count SET have = have - OLD.number
   WHERE doctor = OLD.doctor AND competency = OLD.competency AND method = OLD.method;
END
//
CREATE OR REPLACE TRIGGER card_entry_remains BEFORE DELETE ON card_entry FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_entry: is taken out, never deleted'
//
CREATE OR REPLACE TRIGGER card_merit_fits BEFORE INSERT ON card_merit FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM merit m WHERE m.id = NEW.merit AND m.doctor = NEW.doctor
                   AND (taking_in(NEW.doctor) OR NOT EXISTS (SELECT 1 FROM reset z WHERE z.kind = 'MERIT' AND z.row_id = m.id)))
     OR NOT EXISTS (SELECT 1 FROM competency c WHERE c.id = NEW.competency AND c.approver_rule = 'TUTOR') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_merit: no merit of this doctor, or no such goal';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_merit_stays BEFORE UPDATE ON card_merit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_merit: rows are only ever added'
//
CREATE OR REPLACE TRIGGER card_merit_remains BEFORE DELETE ON card_merit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_merit: rows are only ever added'
//
-- Merit and reset are exempt: they are of another kind, and of another status.
CREATE OR REPLACE TRIGGER approval_needs_cards BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  IF NEW.status = 'APPROVED' AND NEW.kind = 'ORDINARY' AND NOT taking_in(NEW.doctor) AND EXISTS (
       SELECT 1
         FROM card_need q
         LEFT JOIN card_count g ON g.doctor = NEW.doctor AND g.competency = q.competency AND g.method = q.method
        WHERE q.competency = NEW.competency AND COALESCE(g.have, 0) < q.target
          AND NOT (q.by_card AND EXISTS (SELECT 1 FROM card_merit_live m
                                          WHERE m.doctor = NEW.doctor AND m.competency = q.competency))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'approval: what it needs is not there yet';
  END IF;
END
//
-- What each account may add (see account.sql).
CREATE OR REPLACE TRIGGER card_by_account BEFORE INSERT ON card FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND CASE account
     WHEN 'logbook-journal' THEN
       NEW.status IN ('STARTED', 'SENT', 'WITHDRAWN') AND NEW.as_role = 'UL' AND NEW.given_by = NEW.doctor
     WHEN 'logbook-approve' THEN
       NEW.status IN ('RETURNED', 'APPROVED') AND NEW.as_role IN ('VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR')
       AND EXISTS (SELECT 1 FROM element e
                     JOIN user_role h ON h.person = NEW.given_by AND h.role = NEW.as_role
                                     AND h.org_unit = e.org_unit
                                     AND (NOT h.named OR EXISTS (
                                          SELECT 1 FROM delegation g
                                           WHERE g.held = h.id AND g.doctor = NEW.doctor
                                             AND g.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < g.until))
                    WHERE e.id = NEW.element AND e.doctor = NEW.doctor AND e.org_unit = NEW.org_unit
                      AND h.since < h.until AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)
     ELSE FALSE END, FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_sheet_by_account BEFORE INSERT ON card_sheet FOR EACH ROW
BEGIN
  DECLARE account VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);

  IF account LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT COALESCE(is_logged_in(NEW.given_by, NEW.at)
     AND ((account = 'logbook-journal' AND NEW.given_by = NEW.doctor)
       OR (account = 'logbook-approve' AND NEW.given_by <> NEW.doctor)), FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_sheet: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_entry_by_account BEFORE INSERT ON card_entry FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT (USER() LIKE 'logbook-journal@%' AND is_logged_in(NEW.doctor, NEW.at)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_entry: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER card_merit_by_account BEFORE INSERT ON card_merit FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND NOT taking_in(NEW.doctor) AND NOT (USER() LIKE 'logbook-approve@%'
     AND is_logged_in(NEW.given_by, NEW.at)
     AND EXISTS (SELECT 1 FROM element e
                   JOIN user_role h ON h.person = NEW.given_by AND h.role = 'TUTOR' AND h.org_unit = e.org_unit
                  WHERE e.doctor = NEW.doctor
                    AND h.since < h.until AND h.since <= DATE(NEW.at + INTERVAL 2 HOUR) AND DATE(NEW.at + INTERVAL 1 HOUR) < h.until)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'card_merit: not for this account to add';
  END IF;
END
//
