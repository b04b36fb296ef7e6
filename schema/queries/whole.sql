-- whole_person: who one is
-- in:   who
-- out:  name text, born day, auth_id text?, email text?, mobile text?
-- rows: many
SELECT p.name, p.born, p.auth_id, p.email, p.mobile
  FROM person p
 WHERE p.id = :who;

-- whole_courses: one's courses of training
-- in:   who
-- out:  id u32, stage text, specialty text?, region text, number text, since day, until day, office_until day, source text, source_id text?, round text, draw text, chosen moment?, filled day?, advertised day?, employed day?, cancelled day?
-- rows: many
SELECT c.id, c.stage, s.name, t.name, c.number, c.since, c.until, c.office_until, c.source, c.source_id, c.round, c.draw, c.chosen, c.filled, c.advertised, c.employed, c.cancelled
  FROM training_course c
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE c.doctor = :who
 ORDER BY c.since, c.id;

-- whole_lists: the curricula that bind or bound one, and why
-- in:   who
-- out:  course u32, curriculum text, title text, version text, sha256 blob, basis text, basis_date day?, left_on day?
-- rows: many
SELECT k.course, l.code, l.title, l.version, l.file_sha256, k.basis, k.basis_date, k.left_on
  FROM course_curriculum k
  JOIN training_course c ON c.id = k.course
  JOIN curriculum l      ON l.id = k.curriculum
 WHERE k.doctor = :who
 ORDER BY c.since, c.id, l.code;

-- whole_elements: one's employments
-- in:   who
-- out:  id u32, course u32, seq u32, kind text, place_code text, place text, section_code text?, specialty text?, since day, until day, fraction u32, position_no text, source_id text?, cancelled day?
-- rows: many
SELECT e.id, e.course, e.seq, e.kind, u.code, u.place, x.code, s.name, e.since, e.until, e.fraction, e.position_no, e.source_id, e.cancelled
  FROM element e
  JOIN org_unit u       ON u.id = e.org_unit
  LEFT JOIN org_unit x  ON x.id = e.section
  LEFT JOIN specialty s ON s.id = e.specialty
 WHERE e.doctor = :who
 ORDER BY e.since, e.id;

-- whole_agreements: one's agreements
-- in:   who
-- out:  id u32, course u32, kind text, number text, published day, effect text, at moment, cancelled day?
-- rows: many
SELECT a.id, a.course, a.kind, a.number, a.published, a.effect, a.at, a.cancelled
  FROM training_course c
  JOIN agreement a ON a.course = c.id
 WHERE c.doctor = :who
 ORDER BY a.published, a.id;

-- whole_moves: how they came and moved
-- in:   who
-- out:  id u32, element u32, agreement u32?, what text, before_place_code text?, before_place text?, before_since day?, before_until day?, before_fraction u32?, after_place_code text?, after_place text?, after_since day?, after_until day?, after_fraction u32?, at moment
-- rows: many
SELECT m.id, m.element, m.agreement, m.what, b.code, b.place, m.before_since, m.before_until, m.before_fraction, a.code, a.place,
       m.after_since, m.after_until, m.after_fraction, m.at
  FROM element_change m
  LEFT JOIN org_unit b ON b.id = m.before_org_unit
  LEFT JOIN org_unit a ON a.id = m.after_org_unit
 WHERE m.doctor = :who
 ORDER BY m.at, m.id;

-- whole_curriculum_moves: how one was set on another version of a curriculum
-- in:   who
-- out:  course u32, from_list text?, to_list text, reason text, given_by u32, by_name text, as_role text, at moment
-- rows: many
SELECT m.course, f.code, t.code, m.reason, m.given_by, m.by_name, m.as_role, m.at
  FROM training_course c
  JOIN curriculum_move m ON m.course = c.id
  LEFT JOIN curriculum f ON f.id = m.from_list
  JOIN curriculum t      ON t.id = m.to_list
 WHERE c.doctor = :who
 ORDER BY m.at, m.id;

-- whole_handovers: until when a secretariat saw one who went on in another region
-- in:   who
-- out:  course u32, until day, given_by u32, by_name text, as_role text, at moment
-- rows: many
SELECT h.course, h.until, h.given_by, h.by_name, h.as_role, h.at
  FROM training_course c
  JOIN handover h ON h.course = c.id
 WHERE c.doctor = :who
 ORDER BY h.at, h.id;

-- whole_absences: one's absence
-- in:   who
-- out:  id u32, element u32, type text, title text, since day, until day, given_by u32, by_name text, as_role text, at moment, cancelled moment?, cancelled_by u32?
-- rows: many
SELECT a.id, a.element, t.code, t.title, a.since, a.until, a.given_by, a.by_name, a.as_role, a.at, a.cancelled, a.cancelled_by
  FROM absence a
  JOIN absence_type t ON t.id = a.type
 WHERE a.doctor = :who
 ORDER BY a.since, a.id;

-- whole_files: every file that was ever given to the logbook
-- in:   who
-- out:  id u32, kind text, type text, pages u32, size u32, name text, sha256 blob, given_by u32, at moment
-- rows: many
SELECT f.id, f.kind, f.type, f.pages, f.size, f.name, f.content, f.given_by, f.at
  FROM file f
 WHERE f.doctor = :who
 ORDER BY f.id;

-- whole_file_steps: every step of the files that one put in oneself
-- in:   who
-- out:  id u32, file u32, step u32, status text, title text, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT c.id, c.file, c.step, c.status, c.title, c.words, c.given_by, c.by_name, c.as_role, c.place, c.at
  FROM file_check c
  LEFT JOIN chain_link n ON n.kind = 'FILE_CHECK' AND n.row_id = c.id
 WHERE c.doctor = :who
 ORDER BY n.n, c.id;

-- whole_approvals: every step of every competency
-- in:   who
-- out:  id u32, curriculum text, number text, title text, step u32, status text, kind text, element u32?, place_code text?, merit u32?, rating u32?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, l.code, c.number, c.title, a.step, a.status, a.kind, a.element, u.code, a.merit, a.rating, a.words, a.given_by, a.by_name,
       a.as_role, a.place, a.at
  FROM approval a
  JOIN competency c    ON c.id = a.competency
  JOIN curriculum l    ON l.id = c.curriculum
  LEFT JOIN org_unit u ON u.id = a.org_unit
  LEFT JOIN chain_link n ON n.kind = 'APPROVAL' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_merits: every merit
-- in:   who
-- out:  id u32, note text?, letter u32?, letter_sha256 blob?, region text, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.note, m.letter, m.letter_sha256, t.name, m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM merit m
  JOIN training_region t ON t.id = m.region
  LEFT JOIN chain_link n ON n.kind = 'MERIT' AND n.row_id = m.id
 WHERE m.doctor = :who
 ORDER BY n.n, m.id;

-- whole_decisions: what was decided on them
-- in:   who
-- out:  id u32, merit u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, warned text, checked text, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT d.id, d.merit, d.ground, d.reason, d.for_goals, d.months, d.courses, d.case_no, d.decided_on, d.decider, d.appeal, d.warned,
       d.checked, d.given_by, d.by_name, d.as_role, d.place, d.at
  FROM decision d
  LEFT JOIN chain_link n ON n.kind = 'DECISION' AND n.row_id = d.id
 WHERE d.doctor = :who
 ORDER BY n.n, d.id;

-- whole_sheets: every assessment card that was begun
-- in:   who
-- out:  id u32, curriculum text, card text, number text?, given_by u32, at moment
-- rows: many
SELECT s.id, l.code, t.code, c.number, s.given_by, s.at
  FROM card_sheet s
  JOIN card_template t   ON t.id = s.template
  JOIN curriculum l      ON l.id = t.curriculum
  LEFT JOIN competency c ON c.id = s.competency
 WHERE s.doctor = :who
 ORDER BY s.id;

-- whole_cards: every step of every assessment card
-- in:   who
-- out:  id u32, sheet u32, curriculum text, card text, title text, number text?, step u32, status text, element u32, place_code text, assessed_on day, topic text, marks text, words text?, assessor u32?, assessor_name text?, assessor_title text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.sheet, l.code, t.code, t.title, c.number, a.step, a.status, a.element, u.code, a.assessed_on, a.topic, a.marks,
       a.words, a.assessor, a.assessor_name, a.assessor_title, a.given_by, a.by_name, a.as_role, a.place, a.at
  FROM card a
  JOIN card_template t   ON t.id = a.template
  JOIN curriculum l      ON l.id = t.curriculum
  JOIN org_unit u        ON u.id = a.org_unit
  LEFT JOIN competency c ON c.id = a.competency
  LEFT JOIN chain_link n ON n.kind = 'CARD' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_entries: what one has written down as done
-- in:   who
-- out:  id u32, curriculum text, number text, method text, done_on day, count u32, words text?, at moment, taken_out moment?
-- rows: many
SELECT e.id, l.code, c.number, e.method, e.done_on, e.number, e.words, e.at, e.taken_out
  FROM card_entry e
  JOIN competency c ON c.id = e.competency
  JOIN curriculum l ON l.id = c.curriculum
 WHERE e.doctor = :who
 ORDER BY e.id;

-- whole_card_merits: merit that stands in place of a card
-- in:   who
-- out:  curriculum text, number text, merit u32, given_by u32, by_name text, at moment
-- rows: many
SELECT l.code, c.number, m.merit, m.given_by, m.by_name, m.at
  FROM card_merit m
  JOIN competency c ON c.id = m.competency
  JOIN curriculum l ON l.id = c.curriculum
 WHERE m.doctor = :who
 ORDER BY m.at, l.code, c.number;

-- whole_attestations: every step of every attestation
-- in:   who
-- out:  id u32, element u32, kind text, step u32, status text, basis text, place_code text, words text?, paper u32?, paper_sha256 blob?, paper_signer text?, paper_title text?, paper_signed day?, doctor_name text?, auth_id text?, stage text?, specialty text?, course_number text?, position_no text?, unit_place text?, unit_code text?, since day?, until day?, fraction u32?, absence_days u32?, absence_limit u32?, absence_kinds text?, prolonged text?, exception u32?, goals text?, statement text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.kind, a.step, a.status, a.basis, u.code, a.words, a.paper, a.paper_sha256, a.paper_signer, a.paper_title,
       a.paper_signed, a.doctor_name, a.auth_id, a.stage, a.specialty, a.course_number, a.position_no, a.unit_place, a.unit_code,
       a.since, a.until, a.fraction, a.absence_days, a.absence_limit, a.absence_kinds, a.prolonged, a.exception, a.goals, a.statement,
       a.given_by, a.by_name, a.as_role, a.place, a.at
  FROM attestation a
  JOIN org_unit u ON u.id = a.org_unit
  LEFT JOIN chain_link n ON n.kind = 'ATTESTATION' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_records: every step of every course
-- in:   who
-- out:  id u32, course text, title text, step u32, status text, kind text, run_name text?, run_place text?, run_since day?, run_until day?, run_hours u32?, absent u32?, held_on day?, file u32?, file_sha256 blob?, region text?, place_code text?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, d.code, d.name, a.step, a.status, a.kind, v.name, v.place, v.since, v.until, v.hours, a.absent, a.held_on, a.file,
       a.file_sha256, t.name, u.code, a.words, a.given_by, a.by_name, a.as_role, a.place, a.at
  FROM course_record a
  JOIN course_def d           ON d.id = a.course
  LEFT JOIN course_run v      ON v.id = a.run
  LEFT JOIN training_region t ON t.id = a.region
  LEFT JOIN org_unit u        ON u.id = a.org_unit
  LEFT JOIN chain_link n ON n.kind = 'COURSE' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_research: every step of every part of research training
-- in:   who
-- out:  id u32, part text, part_title text, step u32, status text, kind text, asked u32?, title text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, filed bool?, case_no text?, file u32?, file_sha256 blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT s.id, p.code, p.title, s.step, s.status, s.kind, h.person, s.title, s.held_on, s.venue, s.half_days, s.courses, s.words, s.ground,
       s.filed, s.case_no, s.file, s.file_sha256, s.given_by, s.by_name, s.as_role, s.place, s.at
  FROM research s
  JOIN research_part p  ON p.id = s.part
  LEFT JOIN user_role h ON h.id = s.asked
  LEFT JOIN chain_link n ON n.kind = 'RESEARCH' AND n.row_id = s.id
 WHERE s.doctor = :who
 ORDER BY n.n, s.id;

-- whole_research_courses: courses counted towards its theory
-- in:   who
-- out:  id u32, name text, held_on day, half_days u32, certificate u32, at moment, cancelled moment?
-- rows: many
SELECT k.id, k.name, k.held_on, k.half_days, k.certificate, k.at, k.cancelled
  FROM research_course k
 WHERE k.doctor = :who
 ORDER BY k.id;

-- whole_research_supervisors: who supervised it
-- in:   who
-- out:  id u32, supervisor u32, since day, until day, given_by u32, by_name text, given_as text, place text, at moment, ended_by u32?, ended_at moment?
-- rows: many
SELECT s.id, h.person, s.since, s.until, s.given_by, s.by_name, s.given_as, s.place, s.made_at, s.ended_by, s.ended_at
  FROM research_supervision s
  JOIN user_role h ON h.id = s.held
 WHERE s.doctor = :who
 ORDER BY s.id;

-- whole_notes: every version of every note, private ones too
-- in:   who
-- out:  id u32, kind text, curriculum text?, number text?, region text?, written_by u32, written moment, version u32, text text, readers text, removed bool, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT n.id, n.kind, l.code, c.number, t.name, n.written_by, n.written, n.version, n.text, n.readers, n.removed, n.given_by, n.by_name,
       n.as_role, n.place, n.at
  FROM note_of_live n
  LEFT JOIN competency c      ON c.id = n.competency
  LEFT JOIN curriculum l      ON l.id = c.curriculum
  LEFT JOIN training_region t ON t.id = n.region
 WHERE n.doctor = :who
 ORDER BY n.id, n.version;

-- whole_plans: every step of every training plan
-- in:   who
-- out:  id u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_sha256 blob?, words text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.step, a.status, a.answers, a.goals, a.means, a.agreements, a.courses, a.next_steps,
       COALESCE((SELECT GROUP_CONCAT(CONCAT(l.code, ' ', c.number) ORDER BY FIND_IN_SET(c.id, REPLACE(a.competencies, ' ', ',')) SEPARATOR '\n')
                   FROM competency c JOIN curriculum l ON l.id = c.curriculum
                  WHERE FIND_IN_SET(c.id, REPLACE(a.competencies, ' ', ',')) > 0), ''),
       a.file, a.file_sha256, a.words, a.given_by, a.by_name, a.as_role, a.place, a.at
  FROM plan a
  LEFT JOIN chain_link n ON n.kind = 'PLAN' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_talks: every talk
-- in:   who
-- out:  id u32, element u32, kind text, planned_on day, given_by u32, by_name text, as_role text, at moment, cancelled moment?, cancelled_by u32?
-- rows: many
SELECT t.id, t.element, t.kind, t.planned_on, t.given_by, t.by_name, t.as_role, t.at, t.cancelled, t.cancelled_by
  FROM talk t
 WHERE t.doctor = :who
 ORDER BY t.id;

-- whole_minutes: every step of their minutes
-- in:   who
-- out:  id u32, talk u32, element u32, step u32, status text, side text, answers u32?, held_on day, words text?, file u32?, file_sha256 blob?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.talk, m.element, m.step, m.status, m.side, m.answers, m.held_on, m.words, m.file, m.file_sha256, m.given_by, m.by_name,
       m.as_role, m.place, m.at
  FROM talk_of_live m
 WHERE m.doctor = :who
 ORDER BY m.id;

-- whole_resets: what was reset, on whose word
-- in:   who
-- out:  id u32, kind text, row_id u32, requester text, requested_on day, case_no text?, request_file u32?, reason text, second u32?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT x.id, x.kind, x.row_id, x.requester, x.requested_on, x.case_no, x.request_file, x.reason, x.second, x.given_by, x.by_name,
       x.as_role, x.place, x.at
  FROM reset x
  LEFT JOIN chain_link n ON n.kind = 'RESET' AND n.row_id = x.id
 WHERE x.doctor = :who
 ORDER BY n.n, x.id;

-- whole_employments: lines that one added to the overview of medical employment
-- in:   who
-- out:  id u32, since day, until day?, kind text, hospital text, department text, specialty text, fraction u32?, position_no text, remarks text, corrects u32?, by_signature bool, at moment, cancelled moment?
-- rows: many
SELECT m.id, m.since, m.until, m.kind, m.hospital, m.department, m.specialty, m.fraction, m.position_no, m.remarks, m.corrects,
       m.once IS NULL, m.at, m.cancelled
  FROM employment m
 WHERE m.doctor = :who
 ORDER BY m.id;

-- whole_remarks: what one said of one's employments in that overview, instead of what the logbook says
-- in:   who
-- out:  id u32, element u32, remarks text, at moment, cancelled moment?
-- rows: many
SELECT m.id, m.element, m.remarks, m.at, m.cancelled
  FROM employment_remark m
 WHERE m.doctor = :who
 ORDER BY m.id;

-- whole_signed: the overview of medical employment, as often as it was signed
-- in:   who
-- out:  id u32, list text, sha256 blob, given_by u32, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.list, m.sha256, m.given_by, m.by_name, m.as_role, m.place, m.at
  FROM employment_signed m
  LEFT JOIN chain_link n ON n.kind = 'EMPLOYMENT' AND n.row_id = m.id
 WHERE m.doctor = :who
 ORDER BY n.n, m.id;

-- whole_submissions: what one ordered to be sent to the authority
-- in:   who
-- out:  id u32, kind text, part text, main u32?, reference text, attestations text, files text, consent text, given_by u32, by_name text, as_role text, at moment
-- rows: many
SELECT s.id, s.kind, s.part, s.main, s.reference, s.attestations, s.files, s.consent, s.given_by, s.by_name, s.as_role, s.at
  FROM submission s
 WHERE s.doctor = :who
 ORDER BY s.id;

-- whole_submission_steps: every step of every order
-- in:   who
-- out:  id u32, submission u32, step u32, status text, words text?, size u32?, sha256 blob?, pdf_sha256 blob?, sign_key u32?, given_by u32?, by_name text, as_role text, at moment
-- rows: many
SELECT a.id, a.submission, a.step, a.status, a.words, a.size, a.sha256, a.pdf_sha256, a.sign_key, a.given_by, a.by_name, a.as_role, a.at
  FROM submission_step a
  LEFT JOIN chain_link n ON n.kind = 'SUBMISSION' AND n.row_id = a.id
 WHERE a.doctor = :who
 ORDER BY n.n, a.id;

-- whole_submission_files: what lay in a frozen package
-- in:   who
-- out:  submission u32, n u32, name text, title text, size u32, sha256 blob
-- rows: many
SELECT f.submission, f.n, f.name, f.title, f.size, f.sha256
  FROM submission s
  JOIN submission_file f ON f.submission = s.id
 WHERE s.doctor = :who
 ORDER BY s.id, f.n;

-- whole_chain: the links that hold the rows, as they were where each was linked first
-- in:   who
-- out:  n u32, kind text, row_id u32, hash blob
-- rows: many
SELECT k.n, k.kind, k.row_id, COALESCE(t.hash, k.hash)
  FROM chain_link k
  LEFT JOIN chain_taken_in t ON t.doctor = k.doctor AND t.n = k.n
 WHERE k.doctor = :who
 ORDER BY k.n;

-- whole_looks: who looked into the logbook
-- in:   who
-- out:  at moment, viewer u32, role text, page text
-- rows: many
SELECT l.at, l.viewer, l.role, l.page
  FROM look_of_live l
 WHERE l.doctor = :who
 ORDER BY l.at, l.id;

-- whole_people: somebody who is named in it, as the journal named them that it was taken in with
-- in:   who, person u32
-- out:  id u32, name text, auth_id text?
-- rows: one
SELECT p.id, COALESCE(j.name, p.name), IF(j.person IS NULL, p.auth_id, j.auth_id)
  FROM person p
  LEFT JOIN journal_person j ON j.doctor = :who AND j.person = p.id
 WHERE p.id = :person;
