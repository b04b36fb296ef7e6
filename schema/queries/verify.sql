-- range_end: the last doctor of the next range: some thousands of rows of each kind, and no doctor in two ranges
-- in:   after u32
-- out:  upto u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT CAST(LEAST(COALESCE((SELECT a.doctor FROM approval a WHERE a.doctor > :after
                        ORDER BY a.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT l.doctor FROM chain_link l WHERE l.doctor > :after
                        ORDER BY l.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT m.doctor FROM merit m WHERE m.doctor > :after
                        ORDER BY m.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT f.doctor FROM file_check f WHERE f.doctor > :after
                        ORDER BY f.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT k.doctor FROM card k WHERE k.doctor > :after
                        ORDER BY k.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT t.doctor FROM attestation t WHERE t.doctor > :after
                        ORDER BY t.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT t.doctor FROM attestation_now t WHERE t.doctor > :after
                        ORDER BY t.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT h.doctor FROM chain_head h WHERE h.doctor > :after
                        ORDER BY h.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT s.doctor FROM research s WHERE s.doctor > :after
                        ORDER BY s.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT d.doctor FROM decision d WHERE d.doctor > :after
                        ORDER BY d.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT c.doctor FROM course_record c WHERE c.doctor > :after
                        ORDER BY c.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT n.doctor FROM course_record_now n WHERE n.doctor > :after
                        ORDER BY n.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT p.doctor FROM plan p WHERE p.doctor > :after
                        ORDER BY p.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT t.doctor FROM submission_step t WHERE t.doctor > :after
                        ORDER BY t.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT m.doctor FROM employment_signed m WHERE m.doctor > :after
                        ORDER BY m.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT n.doctor FROM approval_now n WHERE n.doctor > :after
                        ORDER BY n.doctor LIMIT 1 OFFSET 4000), 4294967295)) AS UNSIGNED) AS upto;

-- range_heads: where the chains of a range of doctors end
-- in:   after u32, upto u32
-- out:  doctor u32, n u32, hash blob, seal blob
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, n, hash, seal
  FROM chain_head
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor;

-- range_links: the links of a range of doctors, in their order
-- in:   after u32, upto u32
-- out:  doctor u32, n u32, kind text, row_id u32, hash blob
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, n, kind, row_id, hash
  FROM chain_link
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, n;

-- range_approvals: the approvals of a range of doctors: as chain_approval, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, competency u32, step u32, status text, kind text, element u32?, org_unit u32?, merit u32?, rating u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
       given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), words, by_name, as_role, place)) > 0 AS hides
  FROM approval
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, competency, step;

-- range_merits: the merits of a range of doctors: as chain_merit, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, note text?, letter u32?, letter_sha256 blob?, region u32, once blob, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), note, by_name, as_role, place)) > 0 AS hides
  FROM merit
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, at;

-- range_researches: the steps of research training of a range of doctors: as chain_research, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, part u32, step u32, status text, kind text, asked u32?, title text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, filed bool?, case_no text?, file u32?, file_sha256 blob?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words,
       ground, filed, case_no, file, file_sha256, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), title, venue, courses, words, case_no, by_name, as_role, place)) > 0 AS hides
  FROM research
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, part, step;

-- range_decisions: the decisions of a range of doctors: as chain_decision, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, merit u32, doctor u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, warned text, checked text, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider,
       appeal, warned, checked, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), ground, reason, courses, case_no, decider, appeal, warned, checked,
                                 by_name, as_role, place)) > 0 AS hides
  FROM decision
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, at;

-- range_research_now: the latest rows of research training of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, part u32, research u32, step u32, status text, kind text, asked u32?, by_name text, as_role text, place text, at moment
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, part, research, step, status, kind, asked, by_name, as_role, place, at
  FROM research_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, part;

-- range_cards: the steps of the cards of a range of doctors: as chain_card, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, sheet u32, step u32, status text, template u32, competency u32?, element u32, org_unit u32, assessed_on day, topic text, marks text, words text?, assessor u32?, assessor_name text?, assessor_title text?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks, words,
       assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), topic, marks, words, assessor_name, assessor_title, by_name, as_role, place)) > 0 AS hides
  FROM card
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, sheet, step;

-- range_cards_now: the latest rows of all cards of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, sheet u32, card u32, step u32, status text
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, sheet, card, step, status
  FROM card_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, sheet;

-- range_attestations: the attestations of a range of doctors: as chain_attestation, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, element u32, kind text, step u32, status text, basis text, org_unit u32, words text?, paper u32?, paper_sha256 blob?, paper_signer text?, paper_title text?, paper_signed day?, doctor_name text?, auth_id text?, stage text?, specialty text?, course_number text?, position_no text?, unit_place text?, unit_code text?, since day?, until day?, fraction u32?, absence_days u32?, absence_limit u32?, absence_kinds text?, prolonged text?, exception u32?, goals text?, statement text?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256, paper_signer,
       paper_title, paper_signed, doctor_name, auth_id, stage, specialty, course_number, position_no,
       unit_place, unit_code, since, until, fraction, absence_days, absence_limit, absence_kinds,
       prolonged, exception, goals, statement, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), words, paper_signer, paper_title, doctor_name, auth_id, stage, specialty, course_number, position_no,
                                  unit_place, unit_code, absence_kinds, prolonged, goals, statement, by_name, as_role, place)) > 0 AS hides
  FROM attestation
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, element, kind, step;

-- range_attested: the latest rows of all attestations of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, element u32, kind text, attestation u32, step u32, status text, basis text, org_unit u32, by_name text, as_role text, place text, at moment
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, element, kind, attestation, step, status, basis, org_unit, by_name, as_role, place, at
  FROM attestation_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, element, kind;

-- range_courses: the courses of a range of doctors: as chain_course_record, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, course u32, step u32, status text, kind text, run u32?, absent u32?, held_on day?, file u32?, file_sha256 blob?, region u32?, org_unit u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region, org_unit, words,
       given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), words, by_name, as_role, place)) > 0 AS hides
  FROM course_record
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, course, step;

-- range_courses_now: the latest rows of all courses of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, course u32, record u32, step u32, status text, kind text
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, course, record, step, status, kind
  FROM course_record_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, course;

-- range_plans: the plans of a range of doctors: as chain_plan, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_sha256 blob?, words text?, once blob?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies,
       file, file_sha256, words, once, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), goals, means, agreements, courses, next_steps, competencies, words,
                                 by_name, as_role, place)) > 0 AS hides
  FROM plan
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, element, step;

-- range_submissions: the steps of the packages of a range of doctors: as chain_submission_step, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, submission u32, doctor u32, step u32, status text, words text?, size u32?, sha256 blob?, pdf_sha256 blob?, sign_key u32?, given_by u32?, by_name text, as_role text, at moment, kind text, part text, main u32?, reference text, attestations text, files text, consent text, once blob, ordered_by u32, ordered_name text, ordered_role text, ordered moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT t.id, t.submission, t.doctor, t.step, t.status, t.words, t.size, t.sha256, t.pdf_sha256, t.sign_key,
       t.given_by, t.by_name, t.as_role, t.at,
       s.kind, s.part, s.main, s.reference, s.attestations, s.files, s.consent, s.once,
       s.given_by, s.by_name, s.as_role, s.at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), t.words, t.by_name, t.as_role, s.attestations, s.files, s.consent,
                                 s.by_name, s.as_role)) > 0 AS hides
  FROM submission_step t
  JOIN submission s ON s.id = t.submission
 WHERE t.doctor > :after AND t.doctor <= :upto
 ORDER BY t.doctor, t.submission, t.step;

-- range_submission_now: where the packages of a range of doctors stand, as the trigger keeps it
-- in:   after u32, upto u32
-- out:  doctor u32, submission u32, kind text, part text, step u32, status text, live bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT n.doctor, n.submission, n.kind, n.part, n.step, n.status, COALESCE(n.live, 0) = 1
  FROM submission_now n
 WHERE n.doctor > :after AND n.doctor <= :upto
 ORDER BY n.doctor, n.submission;

-- package_piece: one piece of a frozen package, for holding its bytes against the hash in the chain
-- in:   submission u32, what text, n u32
-- out:  bytes blob
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT bytes
  FROM submission_piece
 WHERE submission = :submission AND what = :what AND n = :n;

-- range_employments: the overviews of employment that a range of doctors has signed: as chain_employment_signed, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, list text, sha256 blob, once blob, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, list, sha256, once, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), list, by_name, as_role, place)) > 0 AS hides
  FROM employment_signed
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, id;

-- range_now: the latest rows of all stories of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, competency u32, approval u32, step u32, status text, kind text, element u32?, org_unit u32?, merit u32?, by_name text, as_role text, place text, at moment, of_list bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT n.doctor, n.competency, n.approval, n.step, n.status, n.kind, n.element, n.org_unit, n.merit, n.by_name, n.as_role, n.place,
       n.at, COALESCE(n.curriculum = c.curriculum, FALSE)
  FROM approval_now n
  LEFT JOIN competency c ON c.id = n.competency
 WHERE n.doctor > :after AND n.doctor <= :upto
 ORDER BY n.doctor, n.competency;

-- range_plan_now: where all plans of a range of doctors stand, as the trigger keeps it
-- in:   after u32, upto u32
-- out:  doctor u32, element u32, plan u32, step u32, status text, sent u32, sent_at moment, approved u32?, at moment
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, element, plan, step, status, sent, sent_at, approved, at
  FROM plan_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, element;

-- letter_bytes: a letter and its bytes, if they are there
-- in:   id u32
-- out:  doctor u32, size u32, content blob, bytes blob?
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT f.doctor, f.size, f.content, c.bytes
  FROM file f
  LEFT JOIN file_content c ON c.sha256 = f.content
 WHERE f.id = :id;

-- approval_elsewhere: whose an approval says that it is
-- in:   id u32
-- out:  doctor u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM approval
 WHERE id = :id;

-- merit_elsewhere: whose a merit says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM merit
 WHERE id = :id;

-- research_elsewhere: whose a step of research training says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM research
 WHERE id = :id;

-- decision_elsewhere: whose a decision says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM decision
 WHERE id = :id;

-- card_elsewhere: whose a step of a card says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM card
 WHERE id = :id;

-- attestation_elsewhere: whose an attestation says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM attestation
 WHERE id = :id;

-- course_elsewhere: whose a step of a course says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM course_record
 WHERE id = :id;

-- plan_elsewhere: whose a step of a plan says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM plan
 WHERE id = :id;

-- submission_elsewhere: whose a step of a package says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM submission_step
 WHERE id = :id;

-- employment_elsewhere: whose a signed overview of employment says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM employment_signed
 WHERE id = :id;

-- link_elsewhere: in whose chain a row stands
-- in:   kind text, row_id u32
-- out:  doctor u32, n u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, n
  FROM chain_link
 WHERE kind = :kind AND row_id = :row_id;

-- range_resets: the resets of a range of doctors: as chain_reset, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, kind text, row_id u32, requester text, requested_on day, case_no text?, request_file u32?, reason text, once blob, second u32?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once, second,
       given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), requester, case_no, reason, by_name, as_role, place)) > 0 AS hides
  FROM reset
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, at;

-- range_file_checks: the stories of files of a range of doctors: as chain_file_check, and whether a NUL hides the end of a text
-- in:   after u32, upto u32
-- out:  id u32, doctor u32, file u32, step u32, status text, sha256 blob, title text, words text?, once blob?, given_by u32, by_name text, as_role text, place text, at moment, hides bool
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT id, doctor, file, step, status, sha256, title, words, once, given_by, by_name, as_role, place, at,
       LOCATE(CHAR(0), CONCAT_WS(CHAR(1), title, words, by_name, as_role, place)) > 0 AS hides
  FROM file_check
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, file, step;

-- reset_elsewhere: whose a reset says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM reset
 WHERE id = :id;

-- file_check_elsewhere: whose a step of a file says that it is
-- in:   id u32
-- out:  like approval_elsewhere
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM file_check
 WHERE id = :id;

-- step_elsewhere: did this step come with a journal that was taken in?  Then its bytes lie where it was sent
-- in:   step u32
-- out:  links u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT j.links
  FROM chain_link k
  JOIN journal_taken j ON j.doctor = k.doctor AND k.n <= j.links
 WHERE k.kind = 'SUBMISSION' AND k.row_id = :step;

-- journals_taken: where journals came from that were taken in
-- in:
-- out:  doctor u32, at moment, made moment, links u32, sha256 blob, by_user text
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, at, made, links, sha256, by_user
  FROM journal_taken
 ORDER BY at, doctor;
