-- take_before: is this ZIP in already?
-- in:   sha256 blob
-- out:  name text, at moment
-- rows: one
-- open: the operator's command asks for the site, not for a person in a role
SELECT p.name, j.at
  FROM journal_taken j
  JOIN person p ON p.id = j.doctor
 WHERE j.sha256 = :sha256;

-- take_begin: from now on, and until take_end, this account may add to the logbook of a doctor who has none
-- in:   doctor u32, sha256 blob, made moment, links u32, by_user text, now moment
-- rows: none
-- open: rules/taken_in.sql refuses it where there is a logbook
INSERT INTO journal_taken (doctor, sha256, made, links, by_user, at)
VALUES (:doctor, :sha256, :made, :links, :by_user, :now);

-- take_end: no more
-- in:   doctor u32, now moment
-- rows: none
-- open: ends what take_begin began
UPDATE journal_taken
   SET ended = :now
 WHERE doctor = :doctor AND ended IS NULL;

-- take_doctor_here: who has this CPR number
-- in:   find blob
-- out:  id u32, name text, born day, gone text?
-- rows: one
-- open: the operator's command asks for the site, not for a person in a role
SELECT p.id, p.name, p.born, p.gone
  FROM person p
 WHERE p.cpr_find = :find;

-- take_doctor_clash: does another person have the doctor's address or authorisation id?
-- in:   email text?, auth_id text?
-- out:  by_email bool
-- rows: many
-- open: the operator's command asks for the site, not for a person in a role
SELECT COALESCE(p.email = :email, FALSE)
  FROM person p
 WHERE p.email = :email
    OR p.auth_id = :auth_id;

-- take_doctor_put: the doctor, who is told nothing and gets no role; the address is for the secretariat of that unit to confirm
-- in:   name text, email text?, mobile text?, auth_id text?, born day, kind text, find blob, sealed blob, today day, unit text?, now moment
-- rows: none
-- open: the operator's command asks for the site, not for a person in a role
INSERT INTO person (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via, made_at,
                    unconfirmed)
VALUES (:name, :email, :mobile, :auth_id, :born, :kind, :find, :sealed, :today, 'IMPORT', :now,
        (SELECT u.id FROM org_unit u WHERE u.code = :unit));

-- take_word_put: one thing that the doctor is found by
-- in:   ending text, person u32
-- rows: none
-- open: the operator's command asks for the site, not for a person in a role
INSERT INTO person_word (ending, person)
VALUES (:ending, :person);

-- take_person_here: who has this authorisation id and is called alike: first and last name are the same
-- in:   doctor u32, auth_id text, name text
-- out:  id u32
-- rows: one
-- open: the operator's command asks for the site, not for a person in a role
SELECT p.id
  FROM person p
 WHERE p.auth_id = :auth_id AND p.gone IS NULL AND p.id <> :doctor
   AND SUBSTRING_INDEX(p.name, ' ', 1) = SUBSTRING_INDEX(:name, ' ', 1)
   AND SUBSTRING_INDEX(p.name, ' ', -1) = SUBSTRING_INDEX(:name, ' ', -1);

-- take_person_elsewhere: who stands here already as somebody of that authorisation id and name who acted elsewhere
-- in:   auth_id text, name text
-- out:  id u32
-- rows: many
-- open: the operator's command asks for the site, not for a person in a role
SELECT DISTINCT p.id
  FROM journal_person j
  JOIN person p ON p.id = j.person
 WHERE j.auth_id = :auth_id AND p.gone = 'ELSEWHERE'
   AND SUBSTRING_INDEX(p.name, ' ', 1) = SUBSTRING_INDEX(:name, ' ', 1)
   AND SUBSTRING_INDEX(p.name, ' ', -1) = SUBSTRING_INDEX(:name, ' ', -1)
 ORDER BY p.id;

-- take_person_put: somebody who acted elsewhere: no number, no address, no person of this logbook
-- in:   name text, find blob, sealed blob, now moment
-- rows: none
-- open: the operator's command asks for the site, not for a person in a role
INSERT INTO person (name, born, cpr_kind, cpr_find, cpr_sealed, made_via, made_at, gone)
VALUES (:name, '1900-01-01', 'REPLACEMENT', :find, :sealed, 'IMPORT', :now, 'ELSEWHERE');

-- take_person_named: how the journal names them
-- in:   doctor u32, person u32, name text, auth_id text?
-- rows: none
-- open: rules/taken_in.sql lets it add to the journal that is being taken in alone
INSERT INTO journal_person (doctor, person, name, auth_id)
VALUES (:doctor, :person, :name, :auth_id);

-- take_role: a role that lasts no day, for a row that has to name one
-- in:   person u32, role text, day day
-- rows: none
-- open: rules/taken_in.sql lets it give none that holds
INSERT INTO user_role (person, role, since, until)
SELECT :person, :role, :day, :day
  FROM person p
 WHERE p.id = :person
   AND NOT EXISTS (SELECT 1 FROM user_role h WHERE h.person = p.id AND h.role = :role AND h.until = h.since);

-- take_content: the bytes of a file, which may be here from another logbook
-- in:   sha256 blob, bytes blob
-- rows: none
-- open: the operator's command asks for the site, not for a person in a role
INSERT INTO file_content (sha256, bytes)
VALUES (:sha256, :bytes);

-- take_linked: which row the link holds that was just added
-- in:   doctor u32, n u32
-- out:  row_id u32
-- rows: one
-- open: reads back what the same transaction has added
SELECT row_id
  FROM chain_link
 WHERE doctor = :doctor AND n = :n;

-- take_knows_place: is there a place of this code?
-- in:   code text
-- out:  id u32
-- rows: one
-- open: places are public
SELECT id
  FROM org_unit
 WHERE code = :code;

-- take_knows_list: the list of this code
-- in:   code text
-- out:  sha256 blob
-- rows: one
-- open: lists are public
SELECT file_sha256
  FROM curriculum
 WHERE code = :code;

-- take_knows_goal: has the list a competency of this number?
-- in:   code text, number text
-- out:  id u32
-- rows: one
-- open: lists are public
SELECT c.id
  FROM curriculum l
  JOIN competency c ON c.curriculum = l.id
 WHERE l.code = :code AND c.number = :number;

-- take_knows_card: has the list a card of this code?
-- in:   code text, card text
-- out:  id u32
-- rows: one
-- open: lists are public
SELECT t.id
  FROM curriculum l
  JOIN card_template t ON t.curriculum = l.id
 WHERE l.code = :code AND t.code = :card;

-- take_knows_course: is there a course of this code?
-- in:   code text
-- out:  id u32
-- rows: one
-- open: courses are public
SELECT id
  FROM course_def
 WHERE code = :code;

-- take_knows_specialty: is there a specialty of this name?
-- in:   name text
-- out:  n u32
-- rows: one
-- open: specialties are public
SELECT COUNT(*)
  FROM specialty
 WHERE name = :name;

-- take_knows_region: is there a training region of this name?
-- in:   name text
-- out:  n u32
-- rows: one
-- open: regions are public
SELECT COUNT(*)
  FROM training_region
 WHERE name = :name;

-- take_knows_absence: is there a kind of absence of this code?
-- in:   code text
-- out:  id u32
-- rows: one
-- open: kinds of absence are public
SELECT id
  FROM absence_type
 WHERE code = :code;

-- take_knows_part: is there a part of research training of this code?
-- in:   code text
-- out:  id u32
-- rows: one
-- open: what research training consists of is public
SELECT id
  FROM research_part
 WHERE code = :code;

-- take_courses: a row of data/forloeb.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO training_course (doctor, stage, specialty, region, number, since, until, office_until, source, source_id, round, draw,
                             chosen, filled, advertised, employed, cancelled)
SELECT :doctor, j.stage, s.id, t.id, j.number, j.since, j.until, j.office_until, j.source, j.source_id, j.round, j.draw, j.chosen,
       j.filled, j.advertised, j.employed, j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         stage MEDIUMTEXT PATH '$.stage', specialty MEDIUMTEXT PATH '$.specialty', region MEDIUMTEXT PATH '$.region',
         number MEDIUMTEXT PATH '$.number', since DATE PATH '$.since', until DATE PATH '$.until',
         office_until DATE PATH '$.office_until', source MEDIUMTEXT PATH '$.source', source_id MEDIUMTEXT PATH '$.source_id', round MEDIUMTEXT PATH '$.round',
         draw MEDIUMTEXT PATH '$.draw', chosen DATETIME PATH '$.chosen', filled DATE PATH '$.filled',
         advertised DATE PATH '$.advertised', employed DATE PATH '$.employed', cancelled DATE PATH '$.cancelled')) j
  JOIN training_region t ON t.name = j.region
  LEFT JOIN specialty s  ON s.name = j.specialty
 WHERE (j.specialty IS NULL) = (s.id IS NULL);

-- take_lists: a row of data/maalbeskrivelser.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO course_curriculum (course, curriculum, doctor, basis, basis_date, left_on)
SELECT j.course, l.id, :doctor, j.basis, j.basis_date, j.left_on
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course INT UNSIGNED PATH '$.course', curriculum MEDIUMTEXT PATH '$.curriculum',
         sha256 VARCHAR(64) PATH '$.sha256', basis MEDIUMTEXT PATH '$.basis', basis_date DATE PATH '$.basis_date',
         left_on DATE PATH '$.left_on')) j
  JOIN curriculum l ON l.code = j.curriculum AND l.file_sha256 = UNHEX(j.sha256);

-- take_elements: a row of data/delforloeb.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO element (course, doctor, seq, kind, org_unit, section, specialty, since, until, fraction, position_no,
                     source_id, cancelled)
SELECT j.course, :doctor, j.seq, j.kind, u.id, x.id, s.id, j.since, j.until, j.fraction, j.position_no, j.source_id,
       j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course INT UNSIGNED PATH '$.course', seq INT UNSIGNED PATH '$.seq', kind MEDIUMTEXT PATH '$.kind',
         place_code MEDIUMTEXT PATH '$.place_code', section_code MEDIUMTEXT PATH '$.section_code',
         specialty MEDIUMTEXT PATH '$.specialty', since DATE PATH '$.since', until DATE PATH '$.until',
         fraction INT UNSIGNED PATH '$.fraction', position_no MEDIUMTEXT PATH '$.position_no',
         source_id MEDIUMTEXT PATH '$.source_id', cancelled DATE PATH '$.cancelled')) j
  JOIN org_unit u       ON u.code = j.place_code
  LEFT JOIN org_unit x  ON x.code = j.section_code
  LEFT JOIN specialty s ON s.name = j.specialty
 WHERE (j.specialty IS NULL) = (s.id IS NULL)
   AND (j.section_code IS NULL) = (x.id IS NULL);

-- take_agreements: a row of data/aftaler.json
-- in:   row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO agreement (course, kind, number, published, effect, at, cancelled)
SELECT j.course, j.kind, j.number, j.published, j.effect, j.at, j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course INT UNSIGNED PATH '$.course', kind MEDIUMTEXT PATH '$.kind', number MEDIUMTEXT PATH '$.number',
         published DATE PATH '$.published', effect MEDIUMTEXT PATH '$.effect', at DATETIME PATH '$.at',
         cancelled DATE PATH '$.cancelled')) j;

-- take_moves: a row of data/flytninger.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO element_change (element, doctor, agreement, what, before_org_unit, before_since, before_until,
                            before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
SELECT j.element, :doctor, j.agreement, j.what, b.id, j.before_since, j.before_until, j.before_fraction, a.id,
       j.after_since, j.after_until, j.after_fraction, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', agreement INT UNSIGNED PATH '$.agreement',
         what MEDIUMTEXT PATH '$.what', before_place_code MEDIUMTEXT PATH '$.before_place_code',
         before_since DATE PATH '$.before_since', before_until DATE PATH '$.before_until',
         before_fraction INT UNSIGNED PATH '$.before_fraction', after_place_code MEDIUMTEXT PATH '$.after_place_code',
         after_since DATE PATH '$.after_since', after_until DATE PATH '$.after_until',
         after_fraction INT UNSIGNED PATH '$.after_fraction', at DATETIME PATH '$.at')) j
  LEFT JOIN org_unit b ON b.code = j.before_place_code
  LEFT JOIN org_unit a ON a.code = j.after_place_code
 WHERE (j.before_place_code IS NULL) = (b.id IS NULL)
   AND (j.after_place_code IS NULL) = (a.id IS NULL);

-- take_curriculum_moves: a row of data/listeskift.json
-- in:   row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO curriculum_move (course, from_list, to_list, reason, given_by, by_name, as_role, at)
SELECT j.course, f.id, t.id, j.reason, j.given_by, j.by_name, j.as_role, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course INT UNSIGNED PATH '$.course', from_list MEDIUMTEXT PATH '$.from_list',
         to_list MEDIUMTEXT PATH '$.to_list', reason MEDIUMTEXT PATH '$.reason',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at')) j
  JOIN curriculum t      ON t.code = j.to_list
  LEFT JOIN curriculum f ON f.code = j.from_list
 WHERE (j.from_list IS NULL) = (f.id IS NULL);

-- take_handovers: a row of data/overdragelser.json
-- in:   row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO handover (course, until, given_by, by_name, as_role, at)
SELECT j.course, j.until, j.given_by, j.by_name, j.as_role, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course INT UNSIGNED PATH '$.course', until DATE PATH '$.until', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at')) j;

-- take_absences: a row of data/fravaer.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at, cancelled, cancelled_by)
SELECT :doctor, j.element, t.id, j.since, j.until, j.given_by, j.by_name, j.as_role, j.at, j.cancelled, j.cancelled_by
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', type MEDIUMTEXT PATH '$.type', since DATE PATH '$.since',
         until DATE PATH '$.until', given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at', cancelled DATETIME PATH '$.cancelled',
         cancelled_by INT UNSIGNED PATH '$.cancelled_by')) j
  JOIN absence_type t ON t.code = j.type;

-- take_uploaded: a row of data/filer.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
SELECT :doctor, j.kind, j.type, j.pages, j.size, j.name, UNHEX(j.sha256), j.given_by, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         kind MEDIUMTEXT PATH '$.kind', type MEDIUMTEXT PATH '$.type', pages INT UNSIGNED PATH '$.pages',
         size INT UNSIGNED PATH '$.size', name MEDIUMTEXT PATH '$.name', sha256 VARCHAR(64) PATH '$.sha256',
         given_by INT UNSIGNED PATH '$.given_by', at DATETIME PATH '$.at')) j;

-- take_file_steps: a row of data/filhistorie.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- chain: file_check
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO file_check (doctor, file, step, status, sha256, title, words, once, given_by, by_name, as_role, place, at)
SELECT :doctor, j.file, j.step, j.status, f.content, j.title, j.words, IF(j.status = 'UPLOADED', :once, NULL),
       j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         file INT UNSIGNED PATH '$.file', step INT UNSIGNED PATH '$.step', status MEDIUMTEXT PATH '$.status',
         title MEDIUMTEXT PATH '$.title', words MEDIUMTEXT PATH '$.words', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j
  JOIN file f ON f.id = j.file;

-- take_approvals: a row of data/kompetencer.json
-- in:   doctor u32, row text
-- rows: none
-- chain: approval
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, merit, rating, words, given_by,
                      by_name, as_role, place, at)
SELECT :doctor, c.id, j.step, j.status, j.kind, j.element, u.id, j.merit, j.rating, j.words, j.given_by, j.by_name,
       j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         curriculum MEDIUMTEXT PATH '$.curriculum', number MEDIUMTEXT PATH '$.number', step INT UNSIGNED PATH '$.step',
         status MEDIUMTEXT PATH '$.status', kind MEDIUMTEXT PATH '$.kind', element INT UNSIGNED PATH '$.element',
         place_code MEDIUMTEXT PATH '$.place_code', merit INT UNSIGNED PATH '$.merit',
         rating INT UNSIGNED PATH '$.rating', words MEDIUMTEXT PATH '$.words', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j
  JOIN curriculum l    ON l.code = j.curriculum
  JOIN competency c    ON c.curriculum = l.id AND c.number = j.number
  LEFT JOIN org_unit u ON u.code = j.place_code
 WHERE (j.place_code IS NULL) = (u.id IS NULL);

-- take_merits: a row of data/merit.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- chain: merit
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO merit (doctor, note, letter, letter_sha256, region, once, given_by, by_name, as_role, place, at)
SELECT :doctor, j.note, j.letter, UNHEX(j.letter_sha256), t.id, :once, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         note MEDIUMTEXT PATH '$.note', letter INT UNSIGNED PATH '$.letter',
         letter_sha256 VARCHAR(64) PATH '$.letter_sha256', region MEDIUMTEXT PATH '$.region',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place', at DATETIME PATH '$.at')) j
  JOIN training_region t ON t.name = j.region;

-- take_decisions: a row of data/afgoerelser.json
-- in:   doctor u32, row text
-- rows: none
-- chain: decision
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO decision (merit, doctor, ground, reason, for_goals, months, courses, case_no, decided_on, decider, appeal,
                      warned, checked, given_by, by_name, as_role, place, at)
SELECT j.merit, :doctor, j.ground, j.reason, j.for_goals, j.months, j.courses, j.case_no, j.decided_on, j.decider,
       j.appeal, j.warned, j.checked, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         merit INT UNSIGNED PATH '$.merit', ground MEDIUMTEXT PATH '$.ground', reason MEDIUMTEXT PATH '$.reason',
         for_goals TINYINT PATH '$.for_goals', months INT UNSIGNED PATH '$.months',
         courses MEDIUMTEXT PATH '$.courses', case_no MEDIUMTEXT PATH '$.case_no', decided_on DATE PATH '$.decided_on',
         decider MEDIUMTEXT PATH '$.decider', appeal MEDIUMTEXT PATH '$.appeal', warned MEDIUMTEXT PATH '$.warned',
         checked MEDIUMTEXT PATH '$.checked', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j;

-- take_sheets: a row of data/kort.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO card_sheet (doctor, template, competency, once, given_by, at)
SELECT :doctor, t.id, c.id, :once, j.given_by, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         curriculum MEDIUMTEXT PATH '$.curriculum', card MEDIUMTEXT PATH '$.card', number MEDIUMTEXT PATH '$.number',
         given_by INT UNSIGNED PATH '$.given_by', at DATETIME PATH '$.at')) j
  JOIN curriculum l      ON l.code = j.curriculum
  JOIN card_template t   ON t.curriculum = l.id AND t.code = j.card
  LEFT JOIN competency c ON c.curriculum = l.id AND c.number = j.number
 WHERE (j.number IS NULL) = (c.id IS NULL);

-- take_cards: a row of data/kompetencekort.json
-- in:   doctor u32, row text
-- rows: none
-- chain: card
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO card (doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks,
                  words, assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at)
SELECT :doctor, j.sheet, j.step, j.status, s.template, s.competency, j.element, u.id, j.assessed_on, j.topic, j.marks,
       j.words, j.assessor, j.assessor_name, j.assessor_title, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         sheet INT UNSIGNED PATH '$.sheet', step INT UNSIGNED PATH '$.step', status MEDIUMTEXT PATH '$.status',
         element INT UNSIGNED PATH '$.element', place_code MEDIUMTEXT PATH '$.place_code',
         assessed_on DATE PATH '$.assessed_on', topic MEDIUMTEXT PATH '$.topic', marks MEDIUMTEXT PATH '$.marks',
         words MEDIUMTEXT PATH '$.words', assessor INT UNSIGNED PATH '$.assessor',
         assessor_name MEDIUMTEXT PATH '$.assessor_name', assessor_title MEDIUMTEXT PATH '$.assessor_title',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place', at DATETIME PATH '$.at')) j
  JOIN card_sheet s ON s.id = j.sheet
  JOIN org_unit u   ON u.code = j.place_code;

-- take_entries: a row of data/registreringer.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO card_entry (doctor, competency, method, done_on, number, words, once, at, taken_out)
SELECT :doctor, c.id, j.method, j.done_on, j.count, j.words, :once, j.at, j.taken_out
  FROM JSON_TABLE(:row, '$' COLUMNS (
         curriculum MEDIUMTEXT PATH '$.curriculum', number MEDIUMTEXT PATH '$.number',
         method MEDIUMTEXT PATH '$.method', done_on DATE PATH '$.done_on', count INT UNSIGNED PATH '$.count',
         words MEDIUMTEXT PATH '$.words', at DATETIME PATH '$.at', taken_out DATETIME PATH '$.taken_out')) j
  JOIN curriculum l ON l.code = j.curriculum
  JOIN competency c ON c.curriculum = l.id AND c.number = j.number;

-- take_card_merits: a row of data/kortmerit.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO card_merit (doctor, competency, merit, given_by, by_name, at)
SELECT :doctor, c.id, j.merit, j.given_by, j.by_name, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         curriculum MEDIUMTEXT PATH '$.curriculum', number MEDIUMTEXT PATH '$.number',
         merit INT UNSIGNED PATH '$.merit', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', at DATETIME PATH '$.at')) j
  JOIN curriculum l ON l.code = j.curriculum
  JOIN competency c ON c.curriculum = l.id AND c.number = j.number;

-- take_attestations: a row of data/attestationer.json
-- in:   doctor u32, row text
-- rows: none
-- chain: attestation
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, paper, paper_sha256,
                         paper_signer, paper_title, paper_signed, doctor_name, auth_id, stage, specialty,
                         course_number, position_no, unit_place, unit_code, since, until, fraction, absence_days,
                         absence_limit, absence_kinds, prolonged, exception, goals, statement, given_by, by_name,
                         as_role, place, at)
SELECT :doctor, j.element, j.kind, j.step, j.status, j.basis, u.id, j.words, j.paper, UNHEX(j.paper_sha256),
       j.paper_signer, j.paper_title, j.paper_signed, j.doctor_name, j.auth_id, j.stage, j.specialty, j.course_number,
       j.position_no, j.unit_place, j.unit_code, j.since, j.until, j.fraction, j.absence_days, j.absence_limit,
       j.absence_kinds, j.prolonged, j.exception, j.goals, j.statement, j.given_by, j.by_name, j.as_role, j.place,
       j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', kind MEDIUMTEXT PATH '$.kind', step INT UNSIGNED PATH '$.step',
         status MEDIUMTEXT PATH '$.status', basis MEDIUMTEXT PATH '$.basis', place_code MEDIUMTEXT PATH '$.place_code',
         words MEDIUMTEXT PATH '$.words', paper INT UNSIGNED PATH '$.paper',
         paper_sha256 VARCHAR(64) PATH '$.paper_sha256', paper_signer MEDIUMTEXT PATH '$.paper_signer',
         paper_title MEDIUMTEXT PATH '$.paper_title', paper_signed DATE PATH '$.paper_signed',
         doctor_name MEDIUMTEXT PATH '$.doctor_name', auth_id MEDIUMTEXT PATH '$.auth_id',
         stage MEDIUMTEXT PATH '$.stage', specialty MEDIUMTEXT PATH '$.specialty',
         course_number MEDIUMTEXT PATH '$.course_number', position_no MEDIUMTEXT PATH '$.position_no',
         unit_place MEDIUMTEXT PATH '$.unit_place', unit_code MEDIUMTEXT PATH '$.unit_code', since DATE PATH '$.since',
         until DATE PATH '$.until', fraction INT UNSIGNED PATH '$.fraction',
         absence_days INT UNSIGNED PATH '$.absence_days', absence_limit INT UNSIGNED PATH '$.absence_limit',
         absence_kinds MEDIUMTEXT PATH '$.absence_kinds', prolonged MEDIUMTEXT PATH '$.prolonged',
         exception INT UNSIGNED PATH '$.exception', goals MEDIUMTEXT PATH '$.goals',
         statement MEDIUMTEXT PATH '$.statement', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j
  JOIN org_unit u ON u.code = j.place_code;

-- take_records: a row of data/kurser.json
-- in:   doctor u32, row text
-- rows: none
-- chain: course_record
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO course_record (doctor, course, step, status, kind, run, absent, held_on, file, file_sha256, region,
                           org_unit, words, given_by, by_name, as_role, place, at)
SELECT :doctor, d.id, j.step, j.status, j.kind,
       (SELECT MIN(v.id) FROM course_run v WHERE v.course = d.id AND v.name = j.run_name AND v.place = j.run_place AND v.since = j.run_since AND v.until = j.run_until AND v.hours = j.run_hours),
       j.absent, j.held_on, j.file, UNHEX(j.file_sha256), t.id, u.id, j.words, j.given_by, j.by_name, j.as_role,
       j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course MEDIUMTEXT PATH '$.course', step INT UNSIGNED PATH '$.step', status MEDIUMTEXT PATH '$.status',
         kind MEDIUMTEXT PATH '$.kind', run_name MEDIUMTEXT PATH '$.run_name', run_place MEDIUMTEXT PATH '$.run_place',
         run_since DATE PATH '$.run_since', run_until DATE PATH '$.run_until',
         run_hours INT UNSIGNED PATH '$.run_hours', absent INT UNSIGNED PATH '$.absent', held_on DATE PATH '$.held_on',
         file INT UNSIGNED PATH '$.file', file_sha256 VARCHAR(64) PATH '$.file_sha256',
         region MEDIUMTEXT PATH '$.region', place_code MEDIUMTEXT PATH '$.place_code', words MEDIUMTEXT PATH '$.words',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place', at DATETIME PATH '$.at')) j
  JOIN course_def d           ON d.code = j.course
  LEFT JOIN training_region t ON t.name = j.region
  LEFT JOIN org_unit u        ON u.code = j.place_code
 WHERE (j.region IS NULL) = (t.id IS NULL)
   AND (j.place_code IS NULL) = (u.id IS NULL);

-- take_run: the hold in which a course was passed, unless it is there
-- in:   row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at)
SELECT d.id, j.run_name, j.run_place, j.run_since, j.run_until, j.run_hours, :once, j.given_by, j.as_role, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         course MEDIUMTEXT PATH '$.course', run_name MEDIUMTEXT PATH '$.run_name',
         run_place MEDIUMTEXT PATH '$.run_place', run_since DATE PATH '$.run_since', run_until DATE PATH '$.run_until',
         run_hours INT UNSIGNED PATH '$.run_hours', given_by INT UNSIGNED PATH '$.given_by',
         as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at')) j
  JOIN course_def d ON d.code = j.course
 WHERE j.run_name IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM course_run v WHERE v.course = d.id AND v.name = j.run_name AND v.place = j.run_place AND v.since = j.run_since AND v.until = j.run_until AND v.hours = j.run_hours);

-- take_research: a row of data/forskning.json
-- in:   doctor u32, row text
-- rows: none
-- chain: research
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO research (doctor, part, step, status, kind, asked, title, held_on, venue, half_days, courses, words,
                      ground, filed, case_no, file, file_sha256, given_by, by_name, as_role, place, at)
SELECT :doctor, p.id, j.step, j.status, j.kind,
       (SELECT MIN(h.id) FROM user_role h WHERE h.person = j.asked AND h.role = 'KURSUSUDBYDER' AND h.until = h.since),
       j.title, j.held_on, j.venue, j.half_days, j.courses, j.words, j.ground, j.filed, j.case_no, j.file,
       UNHEX(j.file_sha256), j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         part MEDIUMTEXT PATH '$.part', step INT UNSIGNED PATH '$.step', status MEDIUMTEXT PATH '$.status',
         kind MEDIUMTEXT PATH '$.kind', asked INT UNSIGNED PATH '$.asked', title MEDIUMTEXT PATH '$.title',
         held_on DATE PATH '$.held_on', venue MEDIUMTEXT PATH '$.venue', half_days INT UNSIGNED PATH '$.half_days',
         courses MEDIUMTEXT PATH '$.courses', words MEDIUMTEXT PATH '$.words', ground MEDIUMTEXT PATH '$.ground',
         filed TINYINT PATH '$.filed', case_no MEDIUMTEXT PATH '$.case_no', file INT UNSIGNED PATH '$.file',
         file_sha256 VARCHAR(64) PATH '$.file_sha256', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j
  JOIN research_part p ON p.code = j.part;

-- take_research_courses: a row of data/forskningskurser.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO research_course (doctor, name, held_on, half_days, certificate, at, cancelled)
SELECT :doctor, j.name, j.held_on, j.half_days, j.certificate, j.at, j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         name MEDIUMTEXT PATH '$.name', held_on DATE PATH '$.held_on', half_days INT UNSIGNED PATH '$.half_days',
         certificate INT UNSIGNED PATH '$.certificate', at DATETIME PATH '$.at', cancelled DATETIME PATH '$.cancelled')) j;

-- take_research_supervisors: a row of data/forskningsvejledere.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO research_supervision (doctor, held, since, until, given_by, by_name, given_as, place, made_at, ended_by,
                                  ended_at)
SELECT :doctor,
       (SELECT MIN(h.id) FROM user_role h WHERE h.person = j.supervisor AND h.role = 'FORSKVEJLEDER' AND h.until = h.since),
       j.since, j.until, j.given_by, j.by_name, j.given_as, j.place, j.at, j.ended_by, j.ended_at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         supervisor INT UNSIGNED PATH '$.supervisor', since DATE PATH '$.since', until DATE PATH '$.until',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         given_as MEDIUMTEXT PATH '$.given_as', place MEDIUMTEXT PATH '$.place', at DATETIME PATH '$.at',
         ended_by INT UNSIGNED PATH '$.ended_by', ended_at DATETIME PATH '$.ended_at')) j;

-- take_note: a row of data/notater.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO note (doctor, kind, competency, region, given_by, once, at)
SELECT :doctor, j.kind, c.id, t.id, j.written_by, :once, j.written
  FROM JSON_TABLE(:row, '$' COLUMNS (
         kind MEDIUMTEXT PATH '$.kind', curriculum MEDIUMTEXT PATH '$.curriculum', number MEDIUMTEXT PATH '$.number',
         region MEDIUMTEXT PATH '$.region', written_by INT UNSIGNED PATH '$.written_by',
         written DATETIME PATH '$.written')) j
  LEFT JOIN curriculum l      ON l.code = j.curriculum
  LEFT JOIN competency c      ON c.curriculum = l.id AND c.number = j.number
  LEFT JOIN training_region t ON t.name = j.region
 WHERE (j.number IS NULL) = (c.id IS NULL)
   AND (j.region IS NULL) = (t.id IS NULL);

-- take_note_version: a row of data/notater.json
-- in:   note u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO note_version (note, version, text, readers, removed, given_by, by_name, as_role, place, at)
SELECT :note, j.version, j.text, j.readers, j.removed, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         version INT UNSIGNED PATH '$.version', text MEDIUMTEXT PATH '$.text', readers MEDIUMTEXT PATH '$.readers',
         removed TINYINT PATH '$.removed', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j;

-- take_plans: a row of data/uddannelsesplaner.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- chain: plan
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO plan (doctor, element, step, status, answers, goals, means, agreements, courses, next_steps, competencies,
                  file, file_sha256, words, once, given_by, by_name, as_role, place, at)
SELECT :doctor, j.element, j.step, j.status, j.answers, j.goals, j.means, j.agreements, j.courses, j.next_steps,
       COALESCE((SELECT GROUP_CONCAT(c.id ORDER BY FIND_IN_SET(CONCAT(l.code, ' ', c.number), REPLACE(j.competencies, '\n', ',')) SEPARATOR ' ') FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE FIND_IN_SET(CONCAT(l.code, ' ', c.number), REPLACE(j.competencies, '\n', ',')) > 0), ''),
       j.file, UNHEX(j.file_sha256), j.words, :once, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', step INT UNSIGNED PATH '$.step', status MEDIUMTEXT PATH '$.status',
         answers INT UNSIGNED PATH '$.answers', goals MEDIUMTEXT PATH '$.goals', means MEDIUMTEXT PATH '$.means',
         agreements MEDIUMTEXT PATH '$.agreements', courses MEDIUMTEXT PATH '$.courses',
         next_steps MEDIUMTEXT PATH '$.next_steps', competencies MEDIUMTEXT PATH '$.competencies',
         file INT UNSIGNED PATH '$.file', file_sha256 VARCHAR(64) PATH '$.file_sha256',
         words MEDIUMTEXT PATH '$.words', given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place', at DATETIME PATH '$.at')) j;

-- take_talks: a row of data/samtaler.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at, cancelled, cancelled_by)
SELECT :doctor, j.element, j.kind, j.planned_on, :once, j.given_by, j.by_name, j.as_role, j.at, j.cancelled,
       j.cancelled_by
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', kind MEDIUMTEXT PATH '$.kind', planned_on DATE PATH '$.planned_on',
         given_by INT UNSIGNED PATH '$.given_by', by_name MEDIUMTEXT PATH '$.by_name',
         as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at', cancelled DATETIME PATH '$.cancelled',
         cancelled_by INT UNSIGNED PATH '$.cancelled_by')) j;

-- take_minutes: a row of data/referater.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO talk_minutes (talk, doctor, element, step, status, side, answers, held_on, words, file, file_sha256, once,
                          given_by, by_name, as_role, place, at)
SELECT j.talk, :doctor, j.element, j.step, j.status, j.side, j.answers, j.held_on, j.words, j.file,
       UNHEX(j.file_sha256), :once, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         talk INT UNSIGNED PATH '$.talk', element INT UNSIGNED PATH '$.element', step INT UNSIGNED PATH '$.step',
         status MEDIUMTEXT PATH '$.status', side MEDIUMTEXT PATH '$.side', answers INT UNSIGNED PATH '$.answers',
         held_on DATE PATH '$.held_on', words MEDIUMTEXT PATH '$.words', file INT UNSIGNED PATH '$.file',
         file_sha256 VARCHAR(64) PATH '$.file_sha256', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j;

-- take_resets: a row of data/nulstillinger.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- chain: reset
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, request_file, reason, once, second,
                   given_by, by_name, as_role, place, at)
SELECT :doctor, j.kind, j.row_id, j.requester, j.requested_on, j.case_no, j.request_file, j.reason, :once, j.second,
       j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         kind MEDIUMTEXT PATH '$.kind', row_id INT UNSIGNED PATH '$.row_id', requester MEDIUMTEXT PATH '$.requester',
         requested_on DATE PATH '$.requested_on', case_no MEDIUMTEXT PATH '$.case_no',
         request_file INT UNSIGNED PATH '$.request_file', reason MEDIUMTEXT PATH '$.reason',
         second INT UNSIGNED PATH '$.second', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j;

-- take_employments: a row of data/ansaettelser.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO employment (doctor, since, until, kind, hospital, department, specialty, fraction, position_no, remarks,
                        corrects, once, at, cancelled)
SELECT :doctor, j.since, j.until, j.kind, j.hospital, j.department, j.specialty, j.fraction, j.position_no, j.remarks,
       j.corrects, IF(j.by_signature, NULL, :once), j.at, j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         since DATE PATH '$.since', until DATE PATH '$.until', kind MEDIUMTEXT PATH '$.kind',
         hospital MEDIUMTEXT PATH '$.hospital', department MEDIUMTEXT PATH '$.department',
         specialty MEDIUMTEXT PATH '$.specialty', fraction INT UNSIGNED PATH '$.fraction',
         position_no MEDIUMTEXT PATH '$.position_no', remarks MEDIUMTEXT PATH '$.remarks',
         corrects INT UNSIGNED PATH '$.corrects', by_signature TINYINT PATH '$.by_signature', at DATETIME PATH '$.at',
         cancelled DATETIME PATH '$.cancelled')) j;

-- take_remarks: a row of data/ansaettelsesbemaerkninger.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO employment_remark (doctor, element, remarks, once, at, cancelled)
SELECT :doctor, j.element, j.remarks, :once, j.at, j.cancelled
  FROM JSON_TABLE(:row, '$' COLUMNS (
         element INT UNSIGNED PATH '$.element', remarks MEDIUMTEXT PATH '$.remarks', at DATETIME PATH '$.at',
         cancelled DATETIME PATH '$.cancelled')) j;

-- take_signed: a row of data/ansaettelsesoversigter.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- chain: employment_signed
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO employment_signed (doctor, list, sha256, once, given_by, by_name, as_role, place, at)
SELECT :doctor, j.list, UNHEX(j.sha256), :once, j.given_by, j.by_name, j.as_role, j.place, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         list MEDIUMTEXT PATH '$.list', sha256 VARCHAR(64) PATH '$.sha256', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', place MEDIUMTEXT PATH '$.place',
         at DATETIME PATH '$.at')) j;

-- take_submissions: a row of data/bestillinger.json
-- in:   doctor u32, row text, once blob
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO submission (doctor, kind, part, main, reference, attestations, files, consent, once, given_by, by_name,
                        as_role, at)
SELECT :doctor, j.kind, j.part, j.main, j.reference, j.attestations, j.files, j.consent, :once, j.given_by, j.by_name,
       j.as_role, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         kind MEDIUMTEXT PATH '$.kind', part MEDIUMTEXT PATH '$.part', main INT UNSIGNED PATH '$.main',
         reference MEDIUMTEXT PATH '$.reference', attestations MEDIUMTEXT PATH '$.attestations',
         files MEDIUMTEXT PATH '$.files', consent MEDIUMTEXT PATH '$.consent', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at')) j;

-- take_submission_steps: a row of data/indsendelser.json
-- in:   doctor u32, row text
-- rows: none
-- chain: submission_step
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO submission_step (submission, doctor, step, status, words, size, sha256, pdf_sha256, sign_key, given_by,
                             by_name, as_role, at)
SELECT j.submission, :doctor, j.step, j.status, j.words, j.size, UNHEX(j.sha256), UNHEX(j.pdf_sha256), j.sign_key,
       j.given_by, j.by_name, j.as_role, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         submission INT UNSIGNED PATH '$.submission', step INT UNSIGNED PATH '$.step',
         status MEDIUMTEXT PATH '$.status', words MEDIUMTEXT PATH '$.words', size INT UNSIGNED PATH '$.size',
         sha256 VARCHAR(64) PATH '$.sha256', pdf_sha256 VARCHAR(64) PATH '$.pdf_sha256',
         sign_key INT UNSIGNED PATH '$.sign_key', given_by INT UNSIGNED PATH '$.given_by',
         by_name MEDIUMTEXT PATH '$.by_name', as_role MEDIUMTEXT PATH '$.as_role', at DATETIME PATH '$.at')) j;

-- take_submission_files: a row of data/indsendte_filer.json
-- in:   row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO submission_file (submission, n, name, title, size, sha256)
SELECT j.submission, j.n, j.name, j.title, j.size, UNHEX(j.sha256)
  FROM JSON_TABLE(:row, '$' COLUMNS (
         submission INT UNSIGNED PATH '$.submission', n INT UNSIGNED PATH '$.n', name MEDIUMTEXT PATH '$.name',
         title MEDIUMTEXT PATH '$.title', size INT UNSIGNED PATH '$.size', sha256 VARCHAR(64) PATH '$.sha256')) j;

-- take_chain: a row of data/kaede.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO chain_taken_in (doctor, n, hash)
SELECT :doctor, j.n, UNHEX(j.hash)
  FROM JSON_TABLE(:row, '$' COLUMNS (
         n INT UNSIGNED PATH '$.n', hash VARCHAR(64) PATH '$.hash')) j;

-- take_looks: a row of data/opslag.json
-- in:   doctor u32, row text
-- rows: none
-- open: its account may add to the journal that is being taken in alone (rules/taken_in.sql)
INSERT INTO look (doctor, viewer, held, role, page, at)
SELECT :doctor, j.viewer, 0, j.role, j.page, j.at
  FROM JSON_TABLE(:row, '$' COLUMNS (
         at DATETIME PATH '$.at', viewer INT UNSIGNED PATH '$.viewer', role MEDIUMTEXT PATH '$.role',
         page MEDIUMTEXT PATH '$.page')) j;
