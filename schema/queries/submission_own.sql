-- submission_order: the doctor orders that a package is sent; not while one of the kind is under way or was sent (R-STPS-18)
-- in:   who, kind text, reference text, consent text, once blob
-- rows: none
INSERT INTO submission (doctor, kind, part, reference, consent, once, given_by, by_name, as_role, at)
SELECT p.id, :kind, 'MAIN', :reference, :consent, :once, p.id, p.name, 'UL', :now
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE p.id = :who
   AND NOT EXISTS (SELECT 1 FROM submission_now n WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1);

-- submission_order_extra: the doctor orders a supplement to what was sent (R-STPS-17)
-- in:   who, kind text, attestations text, files text, reference text, consent text, once blob
-- rows: none
INSERT INTO submission (doctor, kind, part, main, reference, attestations, files, consent, once, given_by, by_name, as_role, at)
SELECT p.id, n.kind, 'EXTRA', n.submission, :reference, :attestations, :files, :consent, :once, p.id, p.name, 'UL', :now
  FROM submission_now n
  JOIN person p    ON p.id = n.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.doctor = :who
   AND n.kind = :kind
   AND n.live = 1
   AND n.status = 'SENT';

-- submission_ordered: the first step of the order that was just added
-- in:   who, submission u32
-- rows: none
-- chain: submission_step
INSERT INTO submission_step (submission, doctor, step, status, given_by, by_name, as_role, at)
SELECT s.id, s.doctor, 1, 'ORDERED', s.given_by, s.by_name, s.as_role, s.at
  FROM submission s
 WHERE s.id = :submission
   AND s.doctor = :who;

-- submission_of_form: the order that this form has already made
-- in:   who, once blob
-- out:  submission u32
-- rows: one
SELECT s.id
  FROM submission s
 WHERE s.once = :once
   AND s.doctor = :who;

-- submissions_own: what one has ordered, newest first
-- in:   who
-- out:  submission u32, kind text, part text, reference text, status text, ordered moment, sent moment?, superseded moment?
-- rows: many
SELECT s.id, s.kind, s.part, s.reference, n.status, n.ordered, n.sent,
       (SELECT u.at FROM submission_superseded u WHERE u.submission = s.id ORDER BY u.at LIMIT 1)
  FROM submission_now n
  JOIN submission s ON s.id = n.submission
 WHERE n.doctor = :who
 ORDER BY s.id DESC;

-- submission_own: one of them
-- in:   who, submission u32
-- out:  submission u32, kind text, part text, reference text, main_reference text?, status text, ordered moment, built moment?, sent moment?, size u32?, sha256 blob?, pdf_sha256 blob?, tries u32, said text, next_try moment?, busy bool, superseded moment?
-- rows: one
SELECT s.id, s.kind, s.part, s.reference, m.reference, n.status, n.ordered, n.built, n.sent, b.size, b.sha256, b.pdf_sha256,
       w.tries, w.said, w.next_try, COALESCE(w.until > :now, FALSE),
       (SELECT u.at FROM submission_superseded u WHERE u.submission = s.id ORDER BY u.at LIMIT 1)
  FROM submission_now n
  JOIN submission s           ON s.id = n.submission
  JOIN submission_work w      ON w.submission = n.submission
  LEFT JOIN submission m      ON m.id = s.main
  LEFT JOIN submission_step b ON b.submission = s.id AND b.status = 'BUILT'
 WHERE n.submission = :submission
   AND n.doctor = :who;

-- submission_halt: nobody goes on with what has not been sent, unless somebody is at work on it now
-- in:   who, submission u32
-- rows: none
UPDATE submission_work w
  JOIN submission_now n ON n.submission = w.submission
   SET w.next_try = NULL
 WHERE w.submission = :submission
   AND n.doctor = :who
   AND n.status IN ('ORDERED', 'BUILT')
   AND (w.until IS NULL OR w.until < :now);

-- submission_end_own: the doctor withdraws it, or records that the authority has rejected it
-- in:   who, submission u32, status text, words text
-- rows: none
-- chain: submission_step
INSERT INTO submission_step (submission, doctor, step, status, words, given_by, by_name, as_role, at)
SELECT n.submission, n.doctor, n.step + 1, :status, :words, p.id, p.name, 'UL', :now
  FROM submission_latest n
  JOIN person p    ON p.id = n.doctor
  JOIN user_role h ON h.id = :as AND h.person = p.id AND h.role = 'UL'
 WHERE n.submission = :submission
   AND n.doctor = :who
   AND (n.status = 'SENT' OR (:status = 'WITHDRAWN' AND n.status IN ('ORDERED', 'BUILT')));

-- extra_attestations: attestations of time that were given after the package was frozen, that replace none of it (resent_of) and that no supplement has
-- in:   who, kind text
-- out:  attestation u32, place text, since day, until day, last bool, at moment
-- rows: many
SELECT a.attestation, u.place, e.since, e.until,
       NOT EXISTS (SELECT 1
                     FROM training_whole w
                     JOIN element l ON l.course = w.course AND l.cancelled IS NULL AND l.until > e.until
                    WHERE w.of = e.course), a.at
  FROM submission_now n
  JOIN attestation_now a ON a.doctor = n.doctor AND a.kind = 'TIME' AND a.status = 'APPROVED' AND a.at >= n.built
  JOIN element e         ON e.id = a.element AND e.cancelled IS NULL
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE n.doctor = :who
   AND n.kind = :kind
   AND n.live = 1
   AND n.status = 'SENT'
   AND NOT EXISTS (SELECT 1
                     FROM attestation b
                     JOIN reset r ON r.kind = 'ATTESTATION' AND r.row_id = b.id AND r.at >= n.built
                    WHERE b.doctor = a.doctor AND b.element = a.element AND b.kind = a.kind AND b.at <= n.built)
   AND NOT EXISTS (SELECT 1
                     FROM submission x
                     JOIN submission_now xn ON xn.submission = x.id AND xn.status IN ('ORDERED', 'BUILT', 'SENT')
                    WHERE x.main = n.submission AND FIND_IN_SET(a.attestation, REPLACE(x.attestations, ' ', ',')))
 ORDER BY e.since;

-- extra_files: one's own files that the authority may have asked for, newest first
-- in:   who
-- out:  file u32, kind text, title text, name text, uploaded moment
-- rows: many
SELECT n.file, n.kind, n.title, f.name, f.at
  FROM file_now n
  JOIN file f ON f.id = n.file
 WHERE n.doctor = :who
   AND n.status IN ('UPLOADED', 'VERIFIED')
 ORDER BY f.at DESC, f.id DESC;

-- send_own_files: one's own files under Filer that were not taken back, newest first; which of them go with a package is file_rule.h's
-- in:   who
-- out:  kind text, title text, status text
-- rows: many
SELECT n.kind, n.title, n.status
  FROM file_now n
 WHERE n.doctor = :who
   AND n.status <> 'WITHDRAWN'
 ORDER BY n.file DESC;
