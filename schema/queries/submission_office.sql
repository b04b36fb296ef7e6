-- submissions_here: what the doctors of the secretariat have ordered: what waits longest first, then what was sent last
-- in:   who, skip u32, most u32
-- out:  submission u32, doctor u32, name text, kind text, part text, reference text, status text, ordered moment, sent moment?, tries u32, said text, words text?, waits bool, late bool
-- rows: many
SELECT n.submission, n.doctor, p.name, n.kind, n.part, s.reference, n.status, n.ordered, n.sent, w.tries, w.said, t.words,
       n.status IN ('ORDERED', 'BUILT'), n.status IN ('ORDERED', 'BUILT') AND n.ordered < :now - INTERVAL 1 DAY
  FROM office_now o
  JOIN submission_now n  ON n.doctor = o.doctor
  JOIN submission s      ON s.id = n.submission
  JOIN submission_work w ON w.submission = n.submission
  JOIN submission_step t ON t.submission = n.submission AND t.step = n.step
  JOIN person p          ON p.id = n.doctor
 WHERE o.viewer = :who AND o.held = :as
   AND :today >= o.since AND :today < o.until
 ORDER BY n.status IN ('ORDERED', 'BUILT') DESC, IF(n.status IN ('ORDERED', 'BUILT'), n.ordered, NULL), n.at DESC, n.submission DESC
 LIMIT :most OFFSET :skip;

-- submission_here: one of them
-- in:   who, submission u32
-- out:  submission u32, doctor u32, name text, kind text, part text, reference text, main_reference text?, status text, ordered moment, built moment?, sent moment?, size u32?, sha256 blob?, pdf_sha256 blob?, tries u32, said text, next_try moment?, superseded moment?
-- rows: one
SELECT n.submission, n.doctor, p.name, n.kind, n.part, s.reference, m.reference, n.status, n.ordered, n.built, n.sent,
       b.size, b.sha256, b.pdf_sha256, w.tries, w.said, w.next_try,
       (SELECT u.at FROM submission_superseded u WHERE u.submission = s.id ORDER BY u.at LIMIT 1)
  FROM office_now o
  JOIN submission_now n       ON n.doctor = o.doctor
  JOIN submission s           ON s.id = n.submission
  JOIN submission_work w      ON w.submission = n.submission
  JOIN person p               ON p.id = n.doctor
  LEFT JOIN submission m      ON m.id = s.main
  LEFT JOIN submission_step b ON b.submission = s.id AND b.status = 'BUILT'
 WHERE o.viewer = :who AND o.held = :as
   AND :today >= o.since AND :today < o.until
   AND n.submission = :submission
 LIMIT 1;

-- submission_end_here: the secretariat records that a package was withdrawn at the authority, or rejected by it
-- in:   who, submission u32, status text, words text
-- rows: none
-- chain: submission_step
INSERT INTO submission_step (submission, doctor, step, status, words, given_by, by_name, as_role, at)
SELECT n.submission, n.doctor, n.step + 1, :status, :words, p.id, p.name, 'VUS', :now
  FROM submission_latest n
  JOIN office_now o ON o.viewer = :who AND o.held = :as AND o.doctor = n.doctor
                   AND :today >= o.since AND :today < o.until
  JOIN person p     ON p.id = o.viewer
 WHERE n.submission = :submission
   AND n.status = 'SENT'
   AND n.doctor <> :who
 LIMIT 1;

-- submissions_holding: packages of a doctor, sent or under way, that hold the row of that kind, which was approved at that moment (R-NUL-07); a supplement holds what its order names, and with an approval by merit that merit
-- in:   who, doctor u32, kind text, row u32, approved moment
-- out:  submission u32, kind text, part text, reference text, sent moment?
-- rows: many
SELECT n.submission, n.kind, n.part, s.reference, n.sent
  FROM submission_now n
  JOIN submission s ON s.id = n.submission
 WHERE n.doctor = :doctor
   AND n.status IN ('BUILT', 'SENT')
   AND n.built >= :approved
   AND (n.part = 'MAIN'
        OR FIND_IN_SET(CONCAT(CASE :kind WHEN 'APPROVAL' THEN 'K' WHEN 'COURSE' THEN 'C' WHEN 'RESEARCH' THEN 'R' WHEN 'MERIT' THEN 'M' ELSE 'T' END,
                              :row), REPLACE(s.attestations, ' ', ','))
        OR (:kind = 'ATTESTATION' AND FIND_IN_SET(:row, REPLACE(s.attestations, ' ', ',')))
        OR (:kind = 'MERIT' AND EXISTS (SELECT 1
                                          FROM approval k
                                         WHERE k.merit = :row
                                           AND FIND_IN_SET(CONCAT('K', k.id), REPLACE(s.attestations, ' ', ',')))))
   AND EXISTS (SELECT 1
                 FROM office_now o
                WHERE o.viewer = :who AND o.held = :as AND o.doctor = :doctor
                  AND :today >= o.since AND :today < o.until)
 ORDER BY n.submission;

-- submission_tell_reset: the doctor and the secretariat are told that something was reset that has been sent (R-NUL-07)
-- in:   who, doctor u32, reference text
-- rows: none
INSERT INTO notice (person, kind, about, place, link, made)
SELECT :doctor, 'SENT_RESET', NULL, :reference, '/logbog/dokumentation/afsendelser', :now
 UNION ALL
SELECT DISTINCT h.person, 'SENT_RESET_OF', :doctor, :reference, '/sekretariat/afsendelser', :now
  FROM user_role o
  JOIN user_role h ON h.region = o.region AND h.role = 'VUS' AND :today >= h.since AND :today < h.until
 WHERE o.id = :as AND o.person = :who
   AND h.person <> :doctor;
