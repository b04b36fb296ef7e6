-- What many rules ask, said once.  The name of this file puts it before those that ask.  They run
-- with the owner's rights, as triggers do, and are nobody's to call: no account is granted them.
--
-- Moments are in UTC and days are Denmark's, one hour ahead in winter and two in summer: hence the two
-- hours at one end and the one at the other, which no day's change in Denmark falls outside of; a session
-- may be ended in another tab while this one sends, hence the minute; and who was not seen for an
-- hour is logged in no more (session_rule.h), by the minute to which that is noted.
CREATE OR REPLACE FUNCTION is_logged_in(who INT UNSIGNED, moment DATETIME) RETURNS BOOLEAN
READS SQL DATA
RETURN EXISTS (
  SELECT 1 FROM session s
   WHERE s.person = who AND s.stage = 'FULL'
     AND s.made BETWEEN moment - INTERVAL 1 DAY AND moment + INTERVAL 1 DAY
     AND s.seen >= moment - INTERVAL 62 MINUTE
     AND (s.ended IS NULL OR s.ended >= moment - INTERVAL 1 MINUTE))
//
-- Logged in, and holding that role that day.
CREATE OR REPLACE FUNCTION is_acting(who INT UNSIGNED, as_role VARCHAR(20), moment DATETIME) RETURNS BOOLEAN
READS SQL DATA
RETURN is_logged_in(who, moment) AND EXISTS (
  SELECT 1 FROM user_role h
   WHERE h.person = who AND h.role = as_role
     AND h.since < h.until AND h.since <= DATE(moment + INTERVAL 2 HOUR) AND DATE(moment + INTERVAL 1 HOUR) < h.until)
//
-- In that department or practice.
CREATE OR REPLACE FUNCTION is_acting_at(who INT UNSIGNED, as_role VARCHAR(20), unit INT UNSIGNED, moment DATETIME)
RETURNS BOOLEAN
READS SQL DATA
RETURN is_logged_in(who, moment) AND EXISTS (
  SELECT 1 FROM user_role h
   WHERE h.person = who AND h.role = as_role AND h.org_unit = unit
     AND h.since < h.until AND h.since <= DATE(moment + INTERVAL 2 HOUR) AND DATE(moment + INTERVAL 1 HOUR) < h.until)
//
-- For that training region; NULL is none.
CREATE OR REPLACE FUNCTION is_acting_for(who INT UNSIGNED, as_role VARCHAR(20), of_region INT UNSIGNED, moment DATETIME)
RETURNS BOOLEAN
READS SQL DATA
RETURN is_logged_in(who, moment) AND EXISTS (
  SELECT 1 FROM user_role h
   WHERE h.person = who AND h.role = as_role AND h.region = of_region
     AND h.since < h.until AND h.since <= DATE(moment + INTERVAL 2 HOUR) AND DATE(moment + INTERVAL 1 HOUR) < h.until)
//
-- Has the one become one with the other?
CREATE OR REPLACE FUNCTION merged(gone_one INT UNSIGNED, kept_one INT UNSIGNED) RETURNS BOOLEAN
READS SQL DATA
RETURN EXISTS (SELECT 1 FROM person_merge m WHERE m.gone = gone_one AND m.kept = kept_one)
//
-- May the account of the office do something about this person by which one could become them?  The
-- latest that the audit says of the person is that a secretariat or a project leader is doing it, who
-- is at work: the row is no older than the newest login, but for some minutes, so none of before is
-- used again; of a project leader in the name of a project leader; and no more than two hundred such
-- rows in one name within a day.
CREATE OR REPLACE FUNCTION office_acts_on(whom INT UNSIGNED) RETURNS BOOLEAN
READS SQL DATA
RETURN COALESCE((
  SELECT a.action IN ('reset login', 'send access', 'correct contact', 'confirm access')
         AND a.at >= (SELECT s.made FROM session s ORDER BY s.id DESC LIMIT 1) - INTERVAL 10 MINUTE
         AND (is_acting(a.person, 'PROJEKTLEDER', a.at)
              OR (is_acting(a.person, 'VUS', a.at)
                  AND NOT EXISTS (SELECT 1 FROM user_role o
                                   WHERE o.person = whom AND o.role = 'PROJEKTLEDER' AND o.until > DATE(a.at))))
         AND (SELECT COUNT(*) FROM audit c
               WHERE c.person = a.person AND c.at > a.at - INTERVAL 1 DAY
                 AND c.action IN ('reset login', 'send access', 'correct contact', 'confirm access')) <= 200
    FROM audit a
   WHERE a.object = 'person' AND a.object_id = whom
   ORDER BY a.id DESC
   LIMIT 1), FALSE)
//
-- Is the journal of this doctor being taken in, by the account that does nothing else?  Until the same
-- transaction has ended its row in journal_taken.  What came about elsewhere is held to the story that it
-- tells - which step may follow which - and not to who is logged in now, nor to what was there on a day that
-- is gone.
CREATE OR REPLACE FUNCTION taking_in(whom INT UNSIGNED) RETURNS BOOLEAN
READS SQL DATA
RETURN USER() LIKE 'logbook-take@%'
   AND EXISTS (SELECT 1 FROM journal_taken j WHERE j.doctor = whom AND j.ended IS NULL)
//
-- The element that is to be and ends last, of the whole training that the course belongs to: it takes all its goals
-- (goal_due).  What is read is locked, as by the triggers that keep course_first.
CREATE OR REPLACE FUNCTION last_element(of_course INT UNSIGNED) RETURNS INT UNSIGNED
READS SQL DATA
RETURN (SELECT e.id
          FROM training_whole w
          JOIN element e ON e.course = w.course AND e.cancelled IS NULL
         WHERE w.of = of_course
         ORDER BY e.until DESC, e.id DESC
         LIMIT 1 LOCK IN SHARE MODE)
//
