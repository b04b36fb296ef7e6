-- send_due: orders on which something is to be done now
-- in:   now moment
-- out:  submission u32
-- rows: many
-- open: the program that sends acts for the site, not for a person in a role
SELECT w.submission
  FROM submission_work w
 WHERE w.next_try <= :now
   AND (w.until IS NULL OR w.until < :now)
 ORDER BY w.next_try, w.submission
 LIMIT 50;

-- send_take: one of them is taken, for so long, unless somebody else has it
-- in:   submission u32, holder blob, until moment, now moment
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
UPDATE submission_work
   SET holder = :holder, until = :until
 WHERE submission = :submission
   AND next_try <= :now
   AND (until IS NULL OR until < :now);

-- send_later: it is tried again then, and lies free until then
-- in:   submission u32, holder blob, next moment, said text
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
UPDATE submission_work
   SET tries = LEAST(tries + 1, 65000), next_try = :next, said = :said, holder = NULL, until = NULL
 WHERE submission = :submission
   AND holder = :holder;

-- send_let_go: it lies free again, for what is next
-- in:   submission u32, holder blob
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
UPDATE submission_work
   SET holder = NULL, until = NULL
 WHERE submission = :submission
   AND holder = :holder;

-- send_order: what was ordered, by whom, and where it stands
-- in:   submission u32
-- out:  submission u32, doctor u32, held u32?, name text, email text?, kind text, part text, reference text, main u32?, main_reference text?, main_built moment?, attestations text, files text, step u32, status text, tries u32, ordered moment, built moment?
-- rows: one
-- open: the program that sends acts for the site, not for a person in a role
SELECT s.id, s.doctor, (SELECT MAX(h.id) FROM user_role h WHERE h.person = s.doctor AND h.role = 'UL'),
       p.name, p.email, s.kind, s.part, s.reference, s.main, m.reference, mn.built, s.attestations, s.files,
       n.step, n.status, w.tries, n.ordered, n.built
  FROM submission_now n
  JOIN submission s           ON s.id = n.submission
  JOIN submission_work w      ON w.submission = n.submission
  JOIN person p               ON p.id = s.doctor
  LEFT JOIN submission m      ON m.id = s.main
  LEFT JOIN submission_now mn ON mn.submission = s.main
 WHERE n.submission = :submission;

-- send_piece_put: one piece of what was frozen or closed
-- in:   submission u32, what text, n u32, bytes blob
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
INSERT INTO submission_piece (submission, what, n, bytes)
VALUES (:submission, :what, :n, :bytes);

-- send_pieces: how many pieces there are
-- in:   submission u32, what text
-- out:  pieces u32, size i64
-- rows: one
-- open: the program that sends acts for the site, not for a person in a role
SELECT CAST(COUNT(*) AS UNSIGNED), CAST(COALESCE(SUM(LENGTH(p.bytes)), 0) AS SIGNED)
  FROM submission_piece p
 WHERE p.submission = :submission
   AND p.what = :what;

-- send_piece: one of them
-- in:   submission u32, what text, n u32
-- out:  bytes blob
-- rows: one
-- open: the program that sends acts for the site, not for a person in a role
SELECT p.bytes
  FROM submission_piece p
 WHERE p.submission = :submission
   AND p.what = :what
   AND p.n = :n;

-- send_file_put: a line of what lies in it
-- in:   submission u32, n u32, name text, title text, size u32, sha256 blob
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
INSERT INTO submission_file (submission, n, name, title, size, sha256)
VALUES (:submission, :n, :name, :title, :size, :sha256);

-- send_files_of: what lies in it, for the receipt
-- in:   submission u32
-- out:  name text, title text, size u32, sha256 blob
-- rows: many
-- open: the program that sends acts for the site, not for a person in a role
SELECT f.name, f.title, f.size, f.sha256
  FROM submission_file f
 WHERE f.submission = :submission
 ORDER BY f.n;

-- send_built: it is frozen
-- in:   submission u32, size u32, sha256 blob, pdf_sha256 blob, sign_key u32, now moment
-- rows: none
-- chain: submission_step
-- open: the program that sends acts for the site, not for a person in a role
INSERT INTO submission_step (submission, doctor, step, status, size, sha256, pdf_sha256, sign_key, by_name, as_role, at)
SELECT n.submission, n.doctor, n.step + 1, 'BUILT', :size, :sha256, :pdf_sha256, :sign_key, 'Logbog', '', :now
  FROM submission_latest n
 WHERE n.submission = :submission
   AND n.status = 'ORDERED';

-- send_stopped: it cannot be sent, and why
-- in:   submission u32, words text, now moment
-- rows: none
-- chain: submission_step
-- open: the program that sends acts for the site, not for a person in a role
INSERT INTO submission_step (submission, doctor, step, status, words, by_name, as_role, at)
SELECT n.submission, n.doctor, n.step + 1, 'STOPPED', :words, 'Logbog', '', :now
  FROM submission_latest n
 WHERE n.submission = :submission
   AND n.status IN ('ORDERED', 'BUILT');

-- send_sent: the receiver has it
-- in:   submission u32, size u32, sha256 blob, words text, now moment
-- rows: none
-- chain: submission_step
-- open: the program that sends acts for the site, not for a person in a role
INSERT INTO submission_step (submission, doctor, step, status, size, sha256, words, by_name, as_role, at)
SELECT n.submission, n.doctor, n.step + 1, 'SENT', :size, :sha256, :words, 'Logbog', '', :now
  FROM submission_latest n
 WHERE n.submission = :submission
   AND n.status = 'BUILT';

-- send_offices: the secretariat that has the doctor today
-- in:   doctor u32, today day
-- out:  person u32
-- rows: many
-- open: they are told, nobody asks
SELECT DISTINCT o.viewer
  FROM office_now o
  JOIN person p ON p.id = o.viewer AND p.gone IS NULL
 WHERE o.doctor = :doctor
   AND :today >= o.since AND :today < o.until;

-- send_late: orders that have waited longer than a day, and of which nobody was told today
-- in:   since moment, told_before moment
-- out:  submission u32, doctor u32, reference text
-- rows: many
-- open: the program that sends acts for the site, not for a person in a role
SELECT w.submission, n.doctor, s.reference
  FROM submission_work w
  JOIN submission_now n ON n.submission = w.submission
  JOIN submission s     ON s.id = w.submission
 WHERE w.next_try IS NOT NULL
   AND n.ordered < :since
   AND (w.alarmed IS NULL OR w.alarmed < :told_before)
 ORDER BY n.ordered
 LIMIT 200;

-- send_alarmed: it was told of
-- in:   submission u32, now moment
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
UPDATE submission_work
   SET alarmed = :now
 WHERE submission = :submission;

-- send_leaders: the project leaders of today
-- in:   today day
-- out:  person u32
-- rows: many
-- open: they are told, nobody asks
SELECT DISTINCT h.person
  FROM user_role h
  JOIN person p ON p.id = h.person AND p.gone IS NULL
 WHERE h.role = 'PROJEKTLEDER'
   AND h.since <= :today AND h.until > :today;

-- send_keep: it is still held, and for longer; nothing when somebody else has taken it
-- in:   submission u32, holder blob, until moment
-- rows: none
-- open: the program that sends acts for the site, not for a person in a role
UPDATE submission_work
   SET until = :until
 WHERE submission = :submission
   AND holder = :holder
   AND next_try IS NOT NULL;

-- extra_file: a file that the doctor sends afterwards
-- in:   who, file u32
-- out:  kind text, name text, title text, type text, content blob, bytes blob?
-- rows: one
SELECT f.kind, f.name, n.title, f.type, f.content, b.bytes
  FROM file_now n
  JOIN file f              ON f.id = n.file
  LEFT JOIN file_content b ON b.sha256 = f.content
 WHERE n.file = :file
   AND n.doctor = :who
   AND n.status <> 'WITHDRAWN';
