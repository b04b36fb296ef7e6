-- talks_of_doctor: the talks of a doctor that this person may see, those to come first
-- in:   who, doctor u32
-- out:  talk u32, element u32, kind text, status text, planned_on day, side text?, held_on day?
-- rows: many
SELECT t.talk, t.element, t.kind, t.status, t.planned_on, t.side, t.held_on
  FROM talk_now t
 WHERE t.doctor = :doctor
   AND t.status <> 'CANCELLED'
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until)
 ORDER BY t.element DESC, COALESCE(t.held_on, t.planned_on), t.talk;

-- talk_one: a talk that this person may see
-- in:   who, talk u32
-- out:  doctor u32, doctor_name text, element u32, place text, stage text, kind text, planned_on day, status text, side text?, held_on day?, minutes u32?, by_name text
-- rows: one
SELECT t.doctor, d.name, t.element, u.place, c.stage, t.kind, n.planned_on, n.status, n.side, n.held_on, n.minutes, t.by_name
  FROM talk t
  JOIN talk_now n        ON n.talk = t.id
  JOIN person d          ON d.id = t.doctor
  JOIN element e         ON e.id = t.element
  JOIN training_course c ON c.id = e.course
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE t.id = :talk
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until);

-- talk_preparations: what the own side has written, and what the other has sent, when both have or the day has come
-- in:   who, talk u32
-- out:  own bool, words text, sent_at moment?, by_name text, as_role text, at moment
-- rows: many
SELECT p.side = IF(t.doctor = :who, 'DOCTOR', 'SUPERVISOR'), p.words, p.sent_at, p.by_name, p.as_role, p.at
  FROM talk t
  JOIN talk_preparation p ON p.talk = t.id
 WHERE t.id = :talk
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until)
   AND (p.side = IF(t.doctor = :who, 'DOCTOR', 'SUPERVISOR')
        OR (p.sent_at IS NOT NULL
            AND (:today >= t.planned_on
                 OR EXISTS (SELECT 1
                              FROM talk_preparation o
                             WHERE o.talk = t.id AND o.side <> p.side AND o.sent_at IS NOT NULL))));

-- talk_story: the minutes of a talk, the latest first
-- in:   who, talk u32
-- out:  id u32, step u32, status text, side text, held_on day, words text?, file u32?, file_name text?, file_pages u32?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.step, m.status, m.side, m.held_on, m.words, m.file, f.name, f.pages, m.by_name, m.as_role, m.place, m.at
  FROM talk_minutes m
  LEFT JOIN file f ON f.id = m.file
 WHERE m.talk = :talk
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = m.doctor AND r.element = m.element
                  AND :today >= r.since AND :today < r.until)
 ORDER BY m.step DESC;

-- talk_put: a talk is planned, by either side
-- in:   who, element u32, kind text, planned_on day, once blob
-- rows: none
INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
SELECT e.doctor, e.id, :kind, :planned_on, :once, p.id, p.name, h.role, :now
  FROM element e
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id
 WHERE e.id = :element
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until);

-- talk_of_form: what a form has planned already
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT t.id
  FROM talk t
 WHERE t.once = :once
   AND t.given_by = :who;

-- talk_move: a talk that has no minutes yet is to be on another day
-- in:   who, talk u32, planned_on day
-- rows: none
UPDATE talk t
   SET t.planned_on = :planned_on
 WHERE t.id = :talk
   AND t.cancelled IS NULL
   AND NOT EXISTS (SELECT 1 FROM talk_minutes m WHERE m.talk = t.id)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until);

-- talk_call_off: a talk that has no minutes yet is not to be
-- in:   who, talk u32
-- rows: none
UPDATE talk t
   SET t.cancelled = :now, t.cancelled_by = :who
 WHERE t.id = :talk
   AND t.cancelled IS NULL
   AND NOT EXISTS (SELECT 1 FROM talk_minutes m WHERE m.talk = t.id)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until);

-- talk_prepare: what this side has prepared, over what was there while it was not sent
-- in:   who, talk u32, words text, send bool
-- rows: none
INSERT INTO talk_preparation (talk, side, words, sent_at, given_by, by_name, as_role, at)
SELECT t.id, IF(t.doctor = p.id, 'DOCTOR', 'SUPERVISOR'), :words, IF(:send, :now, NULL), p.id, p.name, h.role, :now
  FROM talk t
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id
 WHERE t.id = :talk
   AND t.cancelled IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM talk_preparation s
                    WHERE s.talk = t.id AND s.side = IF(t.doctor = p.id, 'DOCTOR', 'SUPERVISOR') AND s.sent_at IS NOT NULL)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until)
    ON DUPLICATE KEY UPDATE words = :words, sent_at = IF(:send, :now, NULL), given_by = p.id, by_name = p.name,
                            as_role = h.role, at = :now;

-- minutes_put: one side writes the minutes, or writes them anew, behind the row that it has seen (0 for none); a form that was there goes with them unless there is another
-- in:   who, talk u32, seen u32, held_on day, words text?, file u32?, once blob
-- rows: none
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, held_on, words, file, file_sha256, once,
                          given_by, by_name, as_role, place, at)
SELECT t.id, t.doctor, t.element, COALESCE(l.step, 0) + 1, 'DRAFT', IF(t.doctor = p.id, 'DOCTOR', 'SUPERVISOR'),
       :held_on, :words, COALESCE(f.id, l.file), COALESCE(f.content, l.file_sha256), :once, p.id, p.name, h.role, u.place, :now
  FROM talk t
  JOIN person p            ON p.id = :who
  JOIN user_role h         ON h.id = :as AND h.person = p.id
  JOIN element e           ON e.id = t.element
  JOIN org_unit u          ON u.id = e.org_unit
  LEFT JOIN talk_minutes l ON l.talk = t.id AND l.step = (SELECT MAX(x.step) FROM talk_minutes x WHERE x.talk = t.id)
  LEFT JOIN file f         ON f.id = :file AND f.doctor = t.doctor AND f.kind = 'TALK'
 WHERE t.id = :talk
   AND t.cancelled IS NULL
   AND COALESCE(l.id, 0) = :seen
   AND COALESCE(l.status, 'DRAFT') = 'DRAFT'
   AND (:file IS NULL OR f.id IS NOT NULL)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor AND r.element = t.element
                  AND :today >= r.since AND :today < r.until);

-- minutes_of_form: what a form has written already
-- in:   who, once blob
-- out:  id u32
-- rows: one
SELECT m.id
  FROM talk_minutes m
 WHERE m.once = :once
   AND m.given_by = :who;

-- minutes_agree: the other side agrees to the minutes as they are
-- in:   who, talk u32, minutes u32
-- rows: none
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, answers, held_on,
                          given_by, by_name, as_role, place, at)
SELECT l.talk, l.doctor, l.element, l.step + 1, 'AGREED', IF(l.doctor = p.id, 'DOCTOR', 'SUPERVISOR'), l.id, l.held_on,
       p.id, p.name, h.role, l.place, :now
  FROM talk_minutes l
  JOIN person p    ON p.id = :who
  JOIN user_role h ON h.id = :as AND h.person = p.id
 WHERE l.id = :minutes
   AND l.talk = :talk
   AND l.status = 'DRAFT'
   AND l.side <> IF(l.doctor = p.id, 'DOCTOR', 'SUPERVISOR')
   AND NOT EXISTS (SELECT 1 FROM talk_minutes x WHERE x.talk = l.talk AND x.step = l.step + 1)
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = l.doctor AND r.element = l.element
                  AND :today >= r.since AND :today < r.until);

-- talk_file: the bytes of a plan, or of a talk's form, that this person may see
-- in:   who, doctor u32, file u32
-- out:  type text, name text, bytes blob
-- rows: one
SELECT f.type, f.name, b.bytes
  FROM file f
  JOIN file_content b ON b.sha256 = f.content
 WHERE f.id = :file
   AND f.doctor = :doctor
   AND (EXISTS (SELECT 1
                  FROM plan a
                  JOIN talk_reach r ON r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                                   AND :today >= r.since AND :today < r.until
                 WHERE a.file = f.id)
        OR EXISTS (SELECT 1
                     FROM talk_minutes m
                     JOIN talk_reach r ON r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.element = m.element
                                      AND :today >= r.since AND :today < r.until
                    WHERE m.file = f.id));

-- talk_headings: the headings of minutes and preparation of a kind of talk, of the stage or of all
-- in:   stage text, kind text
-- out:  heading text
-- rows: many
-- open: reference data that every site has
SELECT g.heading
  FROM talk_heading g
 WHERE g.kind = :kind
   AND g.stage = IF(EXISTS (SELECT 1 FROM talk_heading o WHERE o.kind = :kind AND o.stage = :stage), :stage, 'ALLE')
 ORDER BY g.position;

-- doubts_of_doctor: doubt about elements of a doctor that this person may see (R-KOM-14)
-- in:   who, doctor u32
-- out:  id u32, element u32, place text, words text, measures text, follow_on day, by_name text, as_role text, at moment, outcome text?, outcome_words text?, outcome_by text?, outcome_at moment?
-- rows: many
SELECT d.id, d.element, u.place, d.words, d.measures, d.follow_on, d.by_name, d.as_role, d.at,
       o.outcome, o.words, o.by_name, o.at
  FROM doubt d
  JOIN element e            ON e.id = d.element
  JOIN org_unit u           ON u.id = e.org_unit
  LEFT JOIN doubt_outcome o ON o.doubt = d.id
 WHERE d.doctor = :doctor
   AND (SELECT 1
          FROM talk_reach r
         WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor AND r.element = d.element
           AND :today >= r.since AND :today < r.until
         LIMIT 1) = 1
 ORDER BY d.at DESC, d.id DESC;

-- talk_tell_department: the main supervisor is told, or the UAO and tutors where there is none; of doubt (wide) all of them.  Not twice a day while it has not been seen
-- in:   who, element u32, kind text, link text, wide bool, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT DISTINCT h.person, :kind, e.doctor, u.place, :link, :now
  FROM element e
  JOIN org_unit u             ON u.id = e.org_unit
  JOIN user_role h            ON h.org_unit = e.org_unit AND h.role IN ('HOVEDVEJLEDER', 'UAO', 'TUTOR')
                             AND :today >= h.since AND :today < h.until
  JOIN person p               ON p.id = h.person AND p.gone IS NULL
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.live = 1
 WHERE e.id = :element
   AND h.person <> :who
   AND h.person <> e.doctor
   AND (h.person = m.person OR (h.role IN ('UAO', 'TUTOR')
        AND (:wide OR NOT EXISTS (SELECT 1
                                    FROM user_role x
                                   WHERE x.person = m.person AND x.org_unit = e.org_unit
                                     AND x.role IN ('HOVEDVEJLEDER', 'TUTOR')
                                     AND :today >= x.since AND :today < x.until))))
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = h.person AND o.kind = :kind AND o.about = e.doctor AND o.place = u.place
                      AND o.link = :link AND o.seen IS NULL AND o.made > :since);

-- talk_tell_doctor: the doctor is told; not twice a day while it has not been seen
-- in:   who, element u32, kind text, link text, since moment
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT e.doctor, :kind, e.doctor, u.place, :link, :now
  FROM element e
  JOIN org_unit u ON u.id = e.org_unit
 WHERE e.id = :element
   AND e.doctor <> :who
   AND EXISTS (SELECT 1
                 FROM talk_reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = e.doctor AND r.element = e.id
                  AND :today >= r.since AND :today < r.until)
   AND NOT EXISTS (SELECT 1
                     FROM notice o
                    WHERE o.person = e.doctor AND o.kind = :kind AND o.place = u.place
                      AND o.link = :link AND o.seen IS NULL AND o.made > :since);
