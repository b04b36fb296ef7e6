-- Evaluations: what is sent stays as it was, an answer is sealed by its link, and a half-year that is
-- over releases and reckons, with the owner's rights, what no account may put together.
--
-- Statements are data; those of a form that has been answered stay as they were.
CREATE OR REPLACE TRIGGER evaluation_statement_stays BEFORE UPDATE ON evaluation_statement FOR EACH ROW
IF NOT (NEW.code = OLD.code AND NEW.form = OLD.form AND NEW.position = OLD.position AND NEW.section = OLD.section
        AND NEW.kind = OLD.kind AND NEW.text = OLD.text)
   AND EXISTS (SELECT 1 FROM evaluation v WHERE v.form = OLD.form) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_statement: the form has been answered; a correction is a new version';
END IF
//
CREATE OR REPLACE TRIGGER evaluation_statement_remains BEFORE DELETE ON evaluation_statement FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_statement: is never removed'
//
CREATE OR REPLACE TRIGGER evaluation_stays BEFORE UPDATE ON evaluation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_remains BEFORE DELETE ON evaluation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_answer_stays BEFORE UPDATE ON evaluation_answer FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_answer: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_answer_remains BEFORE DELETE ON evaluation_answer FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_answer: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_link_stays BEFORE UPDATE ON evaluation_link FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_link: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_link_remains BEFORE DELETE ON evaluation_link FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_link: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_close_stays BEFORE UPDATE ON evaluation_close FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_close: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_close_remains BEFORE DELETE ON evaluation_close FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_close: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_mean_stays BEFORE UPDATE ON evaluation_mean FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_mean: what is published stays'
//
CREATE OR REPLACE TRIGGER evaluation_mean_remains BEFORE DELETE ON evaluation_mean FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_mean: what is published stays'
//
CREATE OR REPLACE TRIGGER evaluation_comment_stays BEFORE UPDATE ON evaluation_comment FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_comment: rows are only ever added'
//
CREATE OR REPLACE TRIGGER evaluation_comment_remains BEFORE DELETE ON evaluation_comment FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_comment: rows are only ever added'
//
-- Nothing is added to an answer that has its link, and its statements are those of its form.
CREATE OR REPLACE TRIGGER evaluation_answer_is_open BEFORE INSERT ON evaluation_answer FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM evaluation_link l WHERE l.evaluation = NEW.evaluation) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_answer: it has been sent';
  END IF;
  IF NOT EXISTS (SELECT 1
                   FROM evaluation v
                   JOIN evaluation_statement s ON s.form = v.form
                  WHERE v.id = NEW.evaluation AND s.id = NEW.statement AND (s.kind = 'PROSE' OR NEW.words IS NULL)
                    AND (s.kind <> 'PROSE' OR NEW.words IS NOT NULL)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_answer: no statement of this form';
  END IF;
END
//
-- The doctor of the element alone, for the place where it is, from thirty days before its last day on
-- (days are those of UTC here, hence one more); whole: every statement on the scale is answered.
CREATE OR REPLACE TRIGGER evaluation_link_holds BEFORE INSERT ON evaluation_link FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1
                   FROM element e
                   JOIN training_course c ON c.id = e.course
                   JOIN org_unit u        ON u.id = e.org_unit AND u.kind <> 'PLADSHOLDER'
                   JOIN evaluation v      ON v.id = NEW.evaluation AND v.org_unit = e.org_unit AND v.stage = c.stage
                                         AND v.specialty <=> c.specialty
                                         AND v.half IN (2 * YEAR(NEW.at) + (MONTH(NEW.at) > 6),
                                                        2 * YEAR(NEW.at + INTERVAL 1 DAY) + (MONTH(NEW.at + INTERVAL 1 DAY) > 6))
                  WHERE e.id = NEW.element AND e.doctor = NEW.given_by AND e.cancelled IS NULL AND e.kind <> 'COURSE_ONLY'
                    AND DATE(NEW.at) + INTERVAL 1 DAY >= e.until - INTERVAL 31 DAY) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_link: not this doctor''s to give, or not yet';
  END IF;
  IF EXISTS (SELECT 1
               FROM evaluation v
               JOIN evaluation_statement s   ON s.form = v.form AND s.kind <> 'PROSE'
               LEFT JOIN evaluation_answer a ON a.evaluation = v.id AND a.statement = s.id
              WHERE v.id = NEW.evaluation AND a.evaluation IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_link: the answer is not whole';
  END IF;
END
//
-- What the programs' accounts may add, beyond what a grant can say (as account.sql does).
CREATE OR REPLACE TRIGGER evaluation_link_by_account BEFORE INSERT ON evaluation_link FOR EACH ROW
IF USER() LIKE 'logbook-%' AND NOT (
     SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-evaluate'
     AND is_acting(NEW.given_by, 'UL', NEW.at)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_link: not for this account to add';
END IF
//
CREATE OR REPLACE TRIGGER evaluation_comment_by_account BEFORE INSERT ON evaluation_comment FOR EACH ROW
IF USER() LIKE 'logbook-%' AND NOT (
     SUBSTRING_INDEX(USER(), '@', 1) = 'logbook-evaluate' AND NEW.as_role IN ('UAO', 'TUTOR')
     AND is_acting_at(NEW.given_by, NEW.as_role, NEW.org_unit, NEW.at)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_comment: not for this account to add';
END IF
//
-- A half-year is closed when it is over (the day is that of UTC, hence one more), and never out of turn.
CREATE OR REPLACE TRIGGER evaluation_close_is_over BEFORE INSERT ON evaluation_close FOR EACH ROW
BEGIN
  IF DATE(NEW.at) + INTERVAL 1 DAY < MAKEDATE((NEW.half + 1) DIV 2, 1) + INTERVAL ((NEW.half + 1) MOD 2) * 6 MONTH
     OR EXISTS (SELECT 1 FROM evaluation_close c WHERE c.half >= NEW.half) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'evaluation_close: the half-year is not over, or a later one is closed';
  END IF;
END
//
-- All that became free at a place is released together, when it comes from enough doctors; until then it waits
-- for the half-years to come, so that no answer is read alone.  Of each place, what has been released and not counted
-- waits until it is enough; then its means are published, once.  A part of a batch (doctors of one stage
-- and specialty) is published only where, for that statement, every part has enough answers: so every
-- sum that anybody can reckon from what is published is one of parts with enough.
CREATE OR REPLACE TRIGGER evaluation_closes AFTER INSERT ON evaluation_close FOR EACH ROW
BEGIN
  DECLARE enough, company INT UNSIGNED DEFAULT 3;

  SELECT GREATEST(3, COALESCE(MAX(IF(s.value REGEXP '^[0-9]{1,4}$', s.value, '3')), 3) + 0) INTO company
    FROM setting s
   WHERE s.name = 'evaluation_read_least';
  DELETE FROM evaluation_waiting;
  INSERT INTO evaluation_waiting (org_unit, half, doctors, least)
  SELECT f.org_unit, NEW.half, COUNT(DISTINCT l.given_by), company
    FROM evaluation_free f
    JOIN evaluation_link l      ON l.evaluation = f.evaluation
    LEFT JOIN evaluation_open o ON o.evaluation = f.evaluation
   WHERE f.half <= NEW.half AND o.evaluation IS NULL
   GROUP BY f.org_unit
  HAVING COUNT(DISTINCT l.given_by) < company;
  SELECT GREATEST(3, COALESCE(MAX(IF(s.value REGEXP '^[0-9]{1,4}$', s.value, '3')), 3) + 0) INTO enough
    FROM setting s
   WHERE s.name = 'evaluation_least';
  INSERT INTO evaluation_open (evaluation, org_unit, half)
  SELECT f.evaluation, f.org_unit, NEW.half
    FROM evaluation_free f
    LEFT JOIN evaluation_open o ON o.evaluation = f.evaluation
   WHERE f.half <= NEW.half AND o.evaluation IS NULL
     AND NOT EXISTS (SELECT 1 FROM evaluation_waiting w WHERE w.org_unit = f.org_unit)
   ORDER BY f.evaluation;
  INSERT INTO evaluation_batch (org_unit, half, since_half, n, least)
  SELECT o.org_unit, NEW.half, MIN(v.half), COUNT(*), enough
    FROM evaluation_open o
    JOIN evaluation_free f         ON f.evaluation = o.evaluation
    JOIN evaluation v              ON v.id = o.evaluation
    LEFT JOIN evaluation_counted c ON c.evaluation = o.evaluation
   WHERE c.evaluation IS NULL
   GROUP BY o.org_unit
  HAVING COUNT(*) >= enough;
  INSERT INTO evaluation_counted (evaluation, org_unit, half)
  SELECT o.evaluation, o.org_unit, NEW.half
    FROM evaluation_open o
    JOIN evaluation_free f         ON f.evaluation = o.evaluation
    JOIN evaluation_batch b        ON b.org_unit = o.org_unit AND b.half = NEW.half
    LEFT JOIN evaluation_counted c ON c.evaluation = o.evaluation
   WHERE c.evaluation IS NULL
   ORDER BY o.evaluation;
  INSERT INTO evaluation_mean (org_unit, half, statement, stage, specialty, n, total)
  SELECT c.org_unit, c.half, a.statement, 'ALL', 0, COUNT(*), SUM(a.value)
    FROM evaluation_counted c
    JOIN evaluation_answer a ON a.evaluation = c.evaluation AND a.value IS NOT NULL
   WHERE c.half = NEW.half
   GROUP BY c.org_unit, a.statement
  HAVING COUNT(*) >= enough;
  INSERT INTO evaluation_mean (org_unit, half, statement, stage, specialty, n, total)
  SELECT p.org_unit, NEW.half, p.statement, p.stage, p.specialty, p.n, p.total
    FROM (SELECT q.org_unit, q.statement, q.stage, q.specialty, q.n, q.total,
                 MIN(q.n) OVER (PARTITION BY q.org_unit, q.statement) AS fewest
            FROM (SELECT c.org_unit, a.statement, v.stage, COALESCE(v.specialty, 0) AS specialty, COUNT(*) AS n, SUM(a.value) AS total
                    FROM evaluation_counted c
                    JOIN evaluation v        ON v.id = c.evaluation
                    JOIN evaluation_answer a ON a.evaluation = c.evaluation AND a.value IS NOT NULL
                   WHERE c.half = NEW.half
                   GROUP BY c.org_unit, a.statement, v.stage, COALESCE(v.specialty, 0)) q) p
   WHERE p.fewest >= enough;
  INSERT INTO evaluation_place (org_unit, latest, hospital, region, place)
  SELECT u.id, NEW.half, COALESCE(u.parent, 0), u.region, u.place
    FROM evaluation_batch b
    JOIN org_unit u ON u.id = b.org_unit
   WHERE b.half = NEW.half
      ON DUPLICATE KEY UPDATE latest = NEW.half, hospital = COALESCE(u.parent, 0), region = u.region, place = u.place;
END
//
