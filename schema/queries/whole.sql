-- whole_person: who one is
-- in:   who
-- out:  name text, born day, auth_id text?, email text?, mobile text?
-- rows: many
SELECT p.name, p.born, p.auth_id, p.email, p.mobile
  FROM person p
 WHERE p.id = :who;

-- whole_courses: one's courses of training
-- in:   who
-- out:  id u32, stage text, specialty text?, region text, number text, since day, until day, round text, filled day?, cancelled day?
-- rows: many
SELECT c.id, c.stage, s.name, t.name, c.number, c.since, c.until, c.round, c.filled, c.cancelled
  FROM training_course c
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
 WHERE c.doctor = :who
 ORDER BY c.since, c.id;

-- whole_lists: the curricula that bind or bound one, and why
-- in:   who
-- out:  course u32, curriculum text, title text, version text, basis text, basis_date day?, left_on day?
-- rows: many
SELECT k.course, l.code, l.title, l.version, k.basis, k.basis_date, k.left_on
  FROM course_curriculum k
  JOIN curriculum l ON l.id = k.curriculum
 WHERE k.doctor = :who
 ORDER BY k.course, l.code;

-- whole_elements: one's employments
-- in:   who
-- out:  id u32, course u32, seq u32, kind text, place_code text, place text, specialty text?, since day, until day, fraction u32, position_no text, cancelled day?
-- rows: many
SELECT e.id, e.course, e.seq, e.kind, u.code, u.place, s.name, e.since, e.until, e.fraction, e.position_no, e.cancelled
  FROM element e
  JOIN org_unit u       ON u.id = e.org_unit
  LEFT JOIN specialty s ON s.id = e.specialty
 WHERE e.doctor = :who
 ORDER BY e.since, e.id;

-- whole_moves: how they came and moved
-- in:   who
-- out:  id u32, element u32, agreement u32?, what text, before_place text?, before_since day?, before_until day?, before_fraction u32?, after_place text?, after_since day?, after_until day?, after_fraction u32?, at moment
-- rows: many
SELECT m.id, m.element, m.agreement, m.what, b.place, m.before_since, m.before_until, m.before_fraction, a.place,
       m.after_since, m.after_until, m.after_fraction, m.at
  FROM element_change m
  LEFT JOIN org_unit b ON b.id = m.before_org_unit
  LEFT JOIN org_unit a ON a.id = m.after_org_unit
 WHERE m.doctor = :who
 ORDER BY m.at, m.id;

-- whole_agreements: one's agreements
-- in:   who
-- out:  id u32, course u32, kind text, number text, published day, effect text, at moment, cancelled day?
-- rows: many
SELECT a.id, a.course, a.kind, a.number, a.published, a.effect, a.at, a.cancelled
  FROM training_course c
  JOIN agreement a ON a.course = c.id
 WHERE c.doctor = :who
 ORDER BY a.published, a.id;

-- whole_absences: one's absence
-- in:   who
-- out:  id u32, element u32, type text, since day, until day, by_name text, as_role text, at moment, cancelled moment?
-- rows: many
SELECT a.id, a.element, t.title, a.since, a.until, a.by_name, a.as_role, a.at, a.cancelled
  FROM absence a
  JOIN absence_type t ON t.id = a.type
 WHERE a.doctor = :who
 ORDER BY a.since, a.id;

-- whole_approvals: every step of every competency
-- in:   who
-- out:  id u32, curriculum text, number text, title text, step u32, status text, kind text, element u32?, merit u32?, rating u32?, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, l.code, c.number, c.title, a.step, a.status, a.kind, a.element, a.merit, a.rating, a.words, a.by_name,
       a.as_role, a.place, a.at
  FROM approval a
  JOIN competency c ON c.id = a.competency
  JOIN curriculum l ON l.id = c.curriculum
 WHERE a.doctor = :who
 ORDER BY a.id;

-- whole_merits: every merit
-- in:   who
-- out:  id u32, note text?, letter u32?, letter_sha256 blob?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.note, m.letter, m.letter_sha256, m.by_name, m.as_role, m.place, m.at
  FROM merit m
 WHERE m.doctor = :who
 ORDER BY m.id;

-- whole_decisions: what was decided on them
-- in:   who
-- out:  id u32, merit u32, ground text, reason text, for_goals bool, months u32?, courses text?, case_no text, decided_on day, decider text, appeal text, by_name text, as_role text, place text, at moment
-- rows: many
SELECT d.id, d.merit, d.ground, d.reason, d.for_goals, d.months, d.courses, d.case_no, d.decided_on, d.decider, d.appeal,
       d.by_name, d.as_role, d.place, d.at
  FROM decision d
 WHERE d.doctor = :who
 ORDER BY d.id;

-- whole_cards: every step of every assessment card
-- in:   who
-- out:  id u32, sheet u32, curriculum text, card text, title text, number text?, step u32, status text, element u32, assessed_on day, topic text, marks text, words text?, assessor_name text?, assessor_title text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.sheet, l.code, t.code, t.title, c.number, a.step, a.status, a.element, a.assessed_on, a.topic, a.marks,
       a.words, a.assessor_name, a.assessor_title, a.by_name, a.as_role, a.place, a.at
  FROM card a
  JOIN card_template t   ON t.id = a.template
  JOIN curriculum l      ON l.id = t.curriculum
  LEFT JOIN competency c ON c.id = a.competency
 WHERE a.doctor = :who
 ORDER BY a.id;

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

-- whole_attestations: every step of every attestation
-- in:   who
-- out:  id u32, element u32, kind text, step u32, status text, basis text, words text?, paper u32?, paper_sha256 blob?, paper_signer text?, paper_title text?, paper_signed day?, unit_place text?, unit_code text?, since day?, until day?, fraction u32?, absence_days u32?, absence_limit u32?, absence_kinds text?, prolonged text?, statement text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.kind, a.step, a.status, a.basis, a.words, a.paper, a.paper_sha256, a.paper_signer, a.paper_title,
       a.paper_signed, a.unit_place, a.unit_code, a.since, a.until, a.fraction, a.absence_days, a.absence_limit,
       a.absence_kinds, a.prolonged, a.statement, a.by_name, a.as_role, a.place, a.at
  FROM attestation a
 WHERE a.doctor = :who
 ORDER BY a.id;

-- whole_records: every step of every course
-- in:   who
-- out:  id u32, course text, title text, step u32, status text, kind text, absent u32?, held_on day?, file u32?, file_sha256 blob?, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, d.code, d.name, a.step, a.status, a.kind, a.absent, a.held_on, a.file, a.file_sha256, a.words, a.by_name,
       a.as_role, a.place, a.at
  FROM course_record a
  JOIN course_def d ON d.id = a.course
 WHERE a.doctor = :who
 ORDER BY a.id;

-- whole_research: every step of every part of research training
-- in:   who
-- out:  id u32, part text, step u32, status text, kind text, title text?, held_on day?, venue text?, half_days u32?, courses text?, words text?, ground text?, case_no text?, file u32?, file_sha256 blob?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT s.id, p.title, s.step, s.status, s.kind, s.title, s.held_on, s.venue, s.half_days, s.courses, s.words, s.ground,
       s.case_no, s.file, s.file_sha256, s.by_name, s.as_role, s.place, s.at
  FROM research s
  JOIN research_part p ON p.id = s.part
 WHERE s.doctor = :who
 ORDER BY s.id;

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
-- out:  id u32, name text, since day, until day, by_name text, given_as text, place text, at moment
-- rows: many
SELECT s.id, p.name, s.since, s.until, s.by_name, s.given_as, s.place, s.made_at
  FROM research_supervision s
  JOIN user_role h ON h.id = s.held
  JOIN person p    ON p.id = h.person
 WHERE s.doctor = :who
 ORDER BY s.id;

-- whole_notes: every version of every note, private ones too
-- in:   who
-- out:  id u32, kind text, curriculum text?, number text?, written moment, version u32, text text, readers text, removed bool, by_name text, as_role text, place text, at moment
-- rows: many
SELECT n.id, n.kind, l.code, c.number, n.written, n.version, n.text, n.readers, n.removed, n.by_name, n.as_role, n.place, n.at
  FROM note_of_live n
  LEFT JOIN competency c ON c.id = n.competency
  LEFT JOIN curriculum l ON l.id = c.curriculum
 WHERE n.doctor = :who
 ORDER BY n.id, n.version;

-- whole_files: every file that was ever given to the logbook
-- in:   who
-- out:  id u32, kind text, type text, pages u32, size u32, name text, sha256 blob, by_name text, at moment
-- rows: many
SELECT f.id, f.kind, f.type, f.pages, f.size, f.name, f.content, p.name, f.at
  FROM file f
  JOIN person p ON p.id = f.given_by
 WHERE f.doctor = :who
 ORDER BY f.id;

-- whole_file_steps: every step of the files that one put in oneself
-- in:   who
-- out:  id u32, file u32, step u32, status text, title text, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT c.id, c.file, c.step, c.status, c.title, c.words, c.by_name, c.as_role, c.place, c.at
  FROM file_check c
 WHERE c.doctor = :who
 ORDER BY c.id;

-- whole_plans: every step of every training plan
-- in:   who
-- out:  id u32, element u32, step u32, status text, answers u32?, goals text?, means text?, agreements text?, courses text?, next_steps text?, competencies text, file u32?, file_sha256 blob?, words text?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT a.id, a.element, a.step, a.status, a.answers, a.goals, a.means, a.agreements, a.courses, a.next_steps,
       a.competencies, a.file, a.file_sha256, a.words, a.by_name, a.as_role, a.place, a.at
  FROM plan a
 WHERE a.doctor = :who
 ORDER BY a.id;

-- whole_talks: every talk
-- in:   who
-- out:  id u32, element u32, kind text, planned_on day, by_name text, as_role text, at moment, cancelled moment?
-- rows: many
SELECT t.id, t.element, t.kind, t.planned_on, t.by_name, t.as_role, t.at, t.cancelled
  FROM talk t
 WHERE t.doctor = :who
 ORDER BY t.id;

-- whole_minutes: every step of their minutes
-- in:   who
-- out:  id u32, talk u32, element u32, step u32, status text, side text, held_on day, words text?, file u32?, by_name text, as_role text, place text, at moment
-- rows: many
SELECT m.id, m.talk, m.element, m.step, m.status, m.side, m.held_on, m.words, m.file, m.by_name, m.as_role, m.place, m.at
  FROM talk_of_live m
 WHERE m.doctor = :who
 ORDER BY m.id;

-- whole_resets: what was reset, on whose word
-- in:   who
-- out:  id u32, kind text, row_id u32, requester text, requested_on day, case_no text?, reason text, by_name text, as_role text, place text, at moment
-- rows: many
SELECT x.id, x.kind, x.row_id, x.requester, x.requested_on, x.case_no, x.reason, x.by_name, x.as_role, x.place, x.at
  FROM reset x
 WHERE x.doctor = :who
 ORDER BY x.id;

-- whole_chain: the links that hold the rows
-- in:   who
-- out:  n u32, kind text, row_id u32, hash blob
-- rows: many
SELECT k.n, k.kind, k.row_id, k.hash
  FROM chain_link k
 WHERE k.doctor = :who
 ORDER BY k.n;

-- whole_looks: who looked into the logbook
-- in:   who
-- out:  at moment, viewer text, role text, page text
-- rows: many
SELECT l.at, l.viewer, l.role, l.page
  FROM look_of_live l
 WHERE l.doctor = :who
 ORDER BY l.at, l.viewer, l.page;
