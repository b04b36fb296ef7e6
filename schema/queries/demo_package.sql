-- demo_package_order: a doctor orders that a package is sent; not while one of the kind is under way or was sent
-- in:   email text, kind text, reference text, consent text, once blob, at moment
-- rows: none
-- open: the try-out's tool tells what a doctor ordered; the program that sends asks itself what is missing
INSERT INTO submission (doctor, kind, part, reference, consent, once, given_by, by_name, as_role, at)
SELECT p.id, :kind, 'MAIN', :reference, :consent, :once, p.id, p.name, 'UL', :at
  FROM person p
 WHERE p.email = :email
   AND NOT EXISTS (SELECT 1 FROM submission_now n WHERE n.doctor = p.id AND n.kind = :kind AND n.live = 1);

-- demo_package_ordered: the first step of the order that was just added
-- in:   submission u32
-- rows: none
-- chain: submission_step
-- open: the try-out's tool asks for nobody
INSERT INTO submission_step (submission, doctor, step, status, given_by, by_name, as_role, at)
SELECT s.id, s.doctor, 1, 'ORDERED', s.given_by, s.by_name, s.as_role, s.at
  FROM submission s
 WHERE s.id = :submission;

-- demo_package_withdrawn: a doctor withdraws what is under way
-- in:   email text, kind text, words text, at moment
-- rows: none
-- chain: submission_step
-- open: the try-out's tool asks for nobody
INSERT INTO submission_step (submission, doctor, step, status, words, given_by, by_name, as_role, at)
SELECT l.submission, l.doctor, l.step + 1, 'WITHDRAWN', :words, p.id, p.name, 'UL', :at
  FROM submission_latest l
  JOIN submission s ON s.id = l.submission AND s.kind = :kind
  JOIN person p     ON p.id = l.doctor AND p.email = :email
 WHERE l.status = 'ORDERED';

-- demo_package_later: it is left alone until then, so that there is one that waits
-- in:   submission u32, next moment
-- rows: none
-- open: the try-out's tool asks for nobody
UPDATE submission_work
   SET next_try = :next
 WHERE submission = :submission;
