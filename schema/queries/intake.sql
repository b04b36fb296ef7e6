-- Reference data: read whole at the beginning of a run, for every row asks for some of it.

-- places_known: every hospital, department, section and practice
-- in:
-- out:  id u32, code text, kind text, name text, place text, parent u32?, region u32, since day, until day
-- rows: many
-- open: places are public; the clock acts for the site
SELECT id, code, kind, name, place, parent, region, since, until
  FROM org_unit
 ORDER BY code;

-- specialties_known: every specialty
-- in:
-- out:  id u32, code text, name text
-- rows: many
-- open: specialties are public; the clock acts for the site
SELECT id, code, name
  FROM specialty
 ORDER BY code;

-- regions_known: every training region
-- in:
-- out:  id u32, code text, name text
-- rows: many
-- open: regions are public; the clock acts for the site
SELECT id, code, name
  FROM training_region
 ORDER BY code;

-- lists_known: every published version of a curriculum, those of one list beside each other
-- in:
-- out:  id u32, title text, version text, stage text, specialty text, basis text, cutoff day
-- rows: many
-- open: curricula are public; the clock acts for the site
SELECT id, title, version, stage, specialty, cutoff_basis, cutoff_date
  FROM curriculum
 ORDER BY specialty, stage, cutoff_date;

-- place_put: a place that a file told of, or a placeholder for a practice not yet named
-- in:   code text, kind text, name text, place text, parent u32?, region u32, since day, until day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO org_unit (code, kind, name, place, parent, region, since, until)
VALUES (:code, :kind, :name, :place, :parent, :region, :since, :until);

-- place_set: a place as a file tells it now
-- in:   id u32, kind text, name text, place text, parent u32?, region u32, since day, until day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE org_unit
   SET kind = :kind, name = :name, place = :place, parent = :parent, region = :region, since = :since, until = :until
 WHERE id = :id;

-- places_below_set: what is printed of the departments of a hospital whose name changed
-- in:   parent u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE org_unit u
  JOIN org_unit p ON p.id = u.parent
   SET u.place = LEFT(CONCAT(u.name, ', ', p.place), 300)
 WHERE p.id = :parent;

-- places_far_below_set: and of their sections
-- in:   parent u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE org_unit u
  JOIN org_unit p ON p.id = u.parent
   SET u.place = LEFT(CONCAT(u.name, ', ', p.place), 300)
 WHERE p.parent = :parent;

-- Persons.

-- person_by_number: whose CPR number it is; who was merged is the other
-- in:   find blob
-- out:  id u32, name text, email text?, mobile text?, auth_id text?, replacement bool, withdrawn bool, shown_from day, access_due day?, by_import bool, may_log_in bool, unconfirmed u32?
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT p.id, p.name, p.email, p.mobile, p.auth_id, p.cpr_kind = 'REPLACEMENT', COALESCE(p.gone = 'WITHDRAWN', FALSE),
       p.shown_from, p.access_due, p.made_via = 'IMPORT',
       EXISTS (SELECT 1 FROM credential k WHERE k.person = p.id), p.unconfirmed
  FROM person n
  JOIN person p ON p.id = COALESCE(n.merged_into, n.id)
 WHERE n.cpr_find = :find;

-- person_by_id: the same of a person that is known
-- in:   id u32
-- out:  like person_by_number
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT p.id, p.name, p.email, p.mobile, p.auth_id, p.cpr_kind = 'REPLACEMENT', COALESCE(p.gone = 'WITHDRAWN', FALSE),
       p.shown_from, p.access_due, p.made_via = 'IMPORT',
       EXISTS (SELECT 1 FROM credential k WHERE k.person = p.id), p.unconfirmed
  FROM person n
  JOIN person p ON p.id = COALESCE(n.merged_into, n.id)
 WHERE n.id = :id;

-- person_days_set: from when somebody is shown, and when the mail with access goes out
-- in:   id u32, shown_from day, access_due day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE person
   SET shown_from = :shown_from, access_due = :access_due
 WHERE id = :id;

-- person_told: a source has told of somebody whom a department had made: the address is known to be theirs
-- in:   id u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE person
   SET unconfirmed = NULL
 WHERE id = :id;

-- person_back: somebody whose import was taken back is told of again
-- in:   id u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE person
   SET gone = NULL
 WHERE id = :id AND gone = 'WITHDRAWN';

-- Courses of training.

-- courses_held: the courses of one doctor
-- in:   doctor u32
-- out:  id u32, stage text, specialty u32?, region u32, number text, since day, until day, source text, source_id text?, round text, draw text, chosen moment?, filled day?, advertised day?, employed day?, cancelled day?
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT id, stage, specialty, region, number, since, until, source, source_id, round, draw, chosen, filled, advertised,
       employed, cancelled
  FROM training_course
 WHERE doctor = :doctor
 ORDER BY id;

-- course_of_source: whose course that is in the system that it comes from
-- in:   source text, source_id text
-- out:  id u32, doctor u32, region u32
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT id, doctor, region
  FROM training_course
 WHERE source = :source AND source_id = :source_id;

-- course_add: a course that a file told of
-- in:   doctor u32, stage text, specialty u32?, region u32, number text, since day, until day, source text, source_id text, round text, draw text, chosen moment?, filled day?, advertised day?, employed day?, cancelled day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO training_course (doctor, stage, specialty, region, number, since, until, source, source_id, round, draw,
                             chosen, filled, advertised, employed, cancelled)
VALUES (:doctor, :stage, :specialty, :region, :number, :since, :until, :source, :source_id, :round, :draw,
        :chosen, :filled, :advertised, :employed, :cancelled);

-- course_set: a course as it is told now
-- in:   id u32, stage text, specialty u32?, region u32, number text, since day, until day, round text, draw text, chosen moment?, filled day?, advertised day?, employed day?, cancelled day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE training_course
   SET stage = :stage, specialty = :specialty, region = :region, number = :number, since = :since, until = :until,
       round = :round, draw = :draw, chosen = :chosen, filled = :filled, advertised = :advertised,
       employed = :employed, cancelled = :cancelled
 WHERE id = :id;

-- elements_held: the elements of one doctor's courses
-- in:   doctor u32
-- out:  id u32, course u32, seq u32, org_unit u32, section u32?, since day, until day, fraction u32, position_no text, kind text, specialty u32?, source_id text?, cancelled day?
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT id, course, seq, org_unit, section, since, until, fraction, position_no, kind, specialty, source_id, cancelled
  FROM element
 WHERE doctor = :doctor
 ORDER BY course, seq, id;

-- element_add: an element that a file told of
-- in:   course u32, doctor u32, seq u32, org_unit u32, section u32?, since day, until day, fraction u32, position_no text, kind text, specialty u32?, source_id text
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO element (course, doctor, seq, org_unit, section, since, until, fraction, position_no, kind, specialty, source_id)
VALUES (:course, :doctor, :seq, :org_unit, :section, :since, :until, :fraction, :position_no, :kind, :specialty, :source_id);

-- element_set: an element as it is told now
-- in:   id u32, seq u32, org_unit u32, section u32?, since day, until day, fraction u32, position_no text, kind text, specialty u32?, cancelled day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE element
   SET seq = :seq, org_unit = :org_unit, section = :section, since = :since, until = :until, fraction = :fraction,
       position_no = :position_no, kind = :kind, specialty = :specialty, cancelled = :cancelled
 WHERE id = :id;

-- element_change_put: how an element came or moved
-- in:   element u32, doctor u32, agreement u32?, run u32?, what text, before_unit u32?, before_since day?, before_until day?, before_fraction u32?, after_unit u32?, after_since day?, after_until day?, after_fraction u32?, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO element_change (element, doctor, agreement, run, what, before_org_unit, before_since, before_until,
                            before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
VALUES (:element, :doctor, :agreement, :run, :what, :before_unit, :before_since, :before_until,
        :before_fraction, :after_unit, :after_since, :after_until, :after_fraction, :now);

-- pins_held: the lists that one doctor's courses carry
-- in:   doctor u32
-- out:  course u32, curriculum u32, left_on day?
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT course, curriculum, left_on
  FROM course_curriculum
 WHERE doctor = :doctor;

-- pin_put: a course carries a list from now on
-- in:   course u32, curriculum u32, doctor u32, basis text, basis_date day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO course_curriculum (course, curriculum, doctor, basis, basis_date)
VALUES (:course, :curriculum, :doctor, :basis, :basis_date);

-- pin_back: one that was taken back with its course comes again
-- in:   course u32, curriculum u32, basis text, basis_date day?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE course_curriculum
   SET basis = :basis, basis_date = :basis_date, left_on = NULL
 WHERE course = :course AND curriculum = :curriculum;

-- own_role_held: since when somebody is a doctor in training with a logbook
-- in:   person u32, today day
-- out:  id u32, since day, by_import bool
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT id, since, given_by IS NULL
  FROM user_role
 WHERE person = :person AND role = 'UL' AND until > :today
 ORDER BY since
 LIMIT 1;

-- role_by_run: a role that a run gives
-- in:   person u32, role text, specialty u32?, course u32?, since day, until day, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO user_role (person, role, specialty, course, since, until, made_at)
VALUES (:person, :role, :specialty, :course, :since, :until, :now);

-- role_since_set: the first day of a role that a run gave
-- in:   id u32, since day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE user_role
   SET since = :since
 WHERE id = :id AND given_by IS NULL;

-- role_until_set: the day after the last of a role that a run gave; one that never began ends at once
-- in:   id u32, until day, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE user_role
   SET until = GREATEST(:until, since + INTERVAL 1 DAY), ended_at = :now
 WHERE id = :id AND given_by IS NULL;

-- Agreements.

-- agreement_held: an agreement of a course by its number, if it is there
-- in:   course u32, kind text, number text
-- out:  id u32, cancelled day?
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT id, cancelled
  FROM agreement
 WHERE course = :course AND kind = :kind AND number = :number;

-- agreement_latest: when the latest agreement of a course was published
-- in:   course u32
-- out:  published day
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT published
  FROM agreement
 WHERE course = :course AND cancelled IS NULL
 ORDER BY published DESC
 LIMIT 1;

-- agreement_put: an agreement that was published
-- in:   course u32, kind text, number text, published day, effect text, run u32?, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO agreement (course, kind, number, published, effect, run, at)
VALUES (:course, :kind, :number, :published, :effect, :run, :now);

-- agreement_back: one that was taken back is told of again
-- in:   id u32, run u32?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE agreement
   SET cancelled = NULL, run = :run
 WHERE id = :id;

-- Leaders of courses.

-- course_led: a course that somebody leads, by its name
-- in:   specialty u32?, name text
-- out:  id u32
-- rows: one
-- open: courses are public; the clock acts for the site
SELECT id
  FROM course_def
 WHERE specialty <=> :specialty AND name = :name
 ORDER BY id
 LIMIT 1;

-- course_led_put: a course that the list of leaders tells of
-- in:   code text, name text, specialty u32?
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO course_def (code, name, kind, specialty)
VALUES (:code, :name, 'SPECIALTY', :specialty);

-- leaders_held: who leads courses of a specialty by an import
-- in:   specialty u32, today day
-- out:  id u32, person u32, role text, course u32?, since day, until day, name text
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT h.id, h.person, h.role, h.course, h.since, h.until, p.name
  FROM user_role h
  JOIN person p ON p.id = h.person
 WHERE h.specialty = :specialty AND h.role IN ('HKL', 'DKL') AND h.given_by IS NULL AND h.until > :today;

-- Who is told.

-- secretariat_of: who is secretariat of a training region
-- in:   region u32, today day
-- out:  person u32
-- rows: many
-- open: the clock tells them, nobody asks
SELECT DISTINCT person
  FROM user_role
 WHERE region = :region AND role = 'VUS' AND since <= :today AND until > :today;

-- heads_of: UAO and GP tutor of a department or practice
-- in:   org_unit u32, today day
-- out:  like secretariat_of
-- rows: many
-- open: the clock tells them, nobody asks
SELECT DISTINCT person
  FROM user_role
 WHERE org_unit = :org_unit AND role IN ('UAO', 'TUTOR') AND since <= :today AND until > :today;

-- Runs.

-- runs_waiting: what the pages ask for, and what was going on when a clock died
-- in:   clock moment
-- out:  id u32, form text, way text, region u32?, content blob?, record u32?, state text, made_by u32?, tries u32
-- rows: many
-- open: the clock acts for the site
SELECT id, form, way, region, content, record, state, made_by, tries
  FROM import_run
 WHERE state IN ('MODTAGET', 'BESTILT', 'I_GANG', 'TILBAGE_BESTILT')
   AND (next_try IS NULL OR next_try <= :clock)
 ORDER BY id;

-- run_put: a run that the clock makes
-- in:   form text, way text, feed u32?, region u32?, file_name text, content blob?, now moment, day day
-- rows: none
-- open: the clock acts for the site
INSERT INTO import_run (form, way, feed, region, file_name, content, state, at, day)
VALUES (:form, :way, :feed, :region, :file_name, :content, 'I_GANG', :now, :day);

-- run_refused_put: a file of a feed that could not be read
-- in:   form text, way text, feed u32?, region u32?, file_name text, content blob?, said text, now moment, day day
-- rows: none
-- open: the clock acts for the site
INSERT INTO import_run (form, way, feed, region, file_name, content, state, said, at, ended, day)
VALUES (:form, :way, :feed, :region, :file_name, :content, 'AFVIST', :said, :now, :now, :day);

-- run_state_set: what has become of a run
-- in:   id u32, was text, state text, said text, day day, ended moment?
-- rows: none
-- open: the clock acts for the site
UPDATE import_run
   SET state = :state, said = :said, day = :day, ended = :ended, tries = 0, next_try = NULL
 WHERE id = :id AND state = :was;

-- run_failed: a run could not be done, and waits
-- in:   id u32, tries u32, next_try moment
-- rows: none
-- open: the clock acts for the site
UPDATE import_run
   SET tries = :tries, next_try = :next_try
 WHERE id = :id AND state IN ('MODTAGET', 'BESTILT', 'I_GANG', 'TILBAGE_BESTILT');

-- run_counts_set: what a run found
-- in:   id u32, total u32, fresh u32, changed u32, same u32, refused u32, waiting u32
-- rows: none
-- open: the clock acts for the site
UPDATE import_run
   SET total = :total, done = :total, fresh = :fresh, changed = :changed, same = :same, refused = :refused,
       waiting = :waiting
 WHERE id = :id;

-- run_progress_set: how far it is, told while it goes on
-- in:   id u32, total u32, done u32
-- rows: none
-- open: the clock acts for the site
UPDATE import_run
   SET total = :total, done = :done
 WHERE id = :id;

-- run_taken_back: the moment at which a run was taken back
-- in:   id u32, now moment
-- rows: none
-- open: the clock acts for the site
UPDATE import_run
   SET undone_at = :now
 WHERE id = :id;

-- run_file: the file of a run, sealed
-- in:   sha256 blob
-- out:  sealed blob
-- rows: one
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT sealed
  FROM import_file
 WHERE sha256 = :sha256;

-- run_lines: what was shown of a run before it was carried out
-- in:   run u32
-- out:  n u32, line u32, what text, label text, detail text
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT n, line, what, label, detail
  FROM import_line
 WHERE run = :run
 ORDER BY n;

-- run_line_put: what a run found of one row
-- in:   run u32, n u32, line u32, what text, label text, detail text, person u32?
-- rows: none
-- open: the clock acts for the site
INSERT INTO import_line (run, n, line, what, label, detail, person)
VALUES (:run, :n, :line, :what, :label, :detail, :person);

-- run_line_person_set: who somebody has become that was shown as new
-- in:   run u32, n u32, person u32
-- rows: none
-- open: the clock acts for the site
UPDATE import_line
   SET person = :person
 WHERE run = :run AND n = :n;

-- run_step_put: what a run wrote
-- in:   run u32, object text, row_id u32, what text, before_it text, after_it text
-- rows: none
-- open: the clock acts for the site
INSERT INTO import_step (run, object, row_id, what, before_it, after_it)
VALUES (:run, :object, :row_id, :what, :before_it, :after_it);

-- Feeds.

-- feeds_active: where files come from
-- in:
-- out:  id u32, source text, form text, region u32?, way text, address text, etag text, modified text, checked moment?
-- rows: many
-- open: the clock acts for the site
SELECT id, source, form, region, way, address, etag, modified, checked
  FROM feed
 WHERE active
 ORDER BY FIELD(form, 'STEDER', 'KURSUSLEDERE', 'KBU', 'PERSONER', 'AFTALER'), id;

-- feed_note: how the last look went
-- in:   id u32, etag text, modified text, now moment, said text
-- rows: none
-- open: the clock acts for the site
UPDATE feed
   SET etag = :etag, modified = :modified, checked = :now, said = :said
 WHERE id = :id;

-- records_known: everybody of one source, by what tells at a glance that nothing has changed
-- in:   source text
-- out:  id u32, source_id text, body_hash blob
-- rows: many
-- open: the clock acts for the site
SELECT id, source_id, body_hash
  FROM feed_record
 WHERE source = :source
 ORDER BY source_id;

-- record_of_id: one person as a feed last told
-- in:   id u32
-- out:  id u32, region u32?, cpr_find blob, body blob, state text, said text, first_seen moment, name text
-- rows: one
-- open: the clock acts for the site
SELECT id, region, cpr_find, body, state, said, first_seen, name
  FROM feed_record
 WHERE id = :id;

-- record_put: somebody whom a feed tells of for the first time
-- in:   source text, source_id text, region u32?, find blob, name text, body blob, body_hash blob, due day, now moment
-- rows: none
-- open: the clock acts for the site
INSERT INTO feed_record (source, source_id, region, cpr_find, name, body, body_hash, due, state, first_seen, last_seen)
VALUES (:source, :source_id, :region, :find, :name, :body, :body_hash, :due, 'VENTER', :now, :now);

-- record_set: somebody of whom a feed tells anew
-- in:   id u32, region u32?, find blob, name text, body blob, body_hash blob, due day, now moment
-- rows: none
-- open: the clock acts for the site
UPDATE feed_record
   SET region = :region, cpr_find = :find, name = :name, body = :body, body_hash = :body_hash, due = :due,
       last_seen = :now
 WHERE id = :id;

-- record_state_set: what has become of what was told
-- in:   id u32, state text, due day, said text, person u32?, run u32?
-- rows: none
-- open: the clock acts for the site
UPDATE feed_record
   SET state = :state, due = :due, said = :said, person = COALESCE(:person, person), run = :run
 WHERE id = :id;

-- records_due: whose day has come
-- in:   today day
-- out:  id u32, region u32?
-- rows: many
-- open: the clock acts for the site
SELECT id, region
  FROM feed_record
 WHERE state = 'VENTER' AND due <= :today
 ORDER BY region, id;

-- records_refused: those that were refused; tried once more each day
-- in:
-- out:  like records_due
-- rows: many
-- open: the clock acts for the site
SELECT id, region
  FROM feed_record
 WHERE state = 'AFVIST'
 ORDER BY region, id;

-- Taking back.

-- run_steps: what a run wrote, the last of it first
-- in:   run u32
-- out:  object text, row_id u32, added bool, before_it text, after_it text
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT object, row_id, what = 'ADDED', before_it, after_it
  FROM import_step
 WHERE run = :run
 ORDER BY id DESC;

-- undo_in_the_way: what was built on a run since: whose, and what
-- in:   run u32
-- out:  label text, why text
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT p.name, 'har godkendelser eller anmodninger'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person' AND (s.what = 'ADDED' OR s.before_it LIKE '%"gone"%')
   AND EXISTS (SELECT 1 FROM approval a WHERE a.doctor = p.id)
UNION ALL
SELECT p.name, 'har fået merit'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person' AND (s.what = 'ADDED' OR s.before_it LIKE '%"gone"%')
   AND EXISTS (SELECT 1 FROM merit m WHERE m.doctor = p.id)
UNION ALL
SELECT p.name, 'har været logget ind'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person' AND (s.what = 'ADDED' OR s.before_it LIKE '%"gone"%')
   AND (EXISTS (SELECT 1 FROM credential k WHERE k.person = p.id)
        OR EXISTS (SELECT 1 FROM session n WHERE n.person = p.id))
UNION ALL
SELECT p.name, 'har en logbog, som andre har set i'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person' AND (s.what = 'ADDED' OR s.before_it LIKE '%"gone"%')
   AND EXISTS (SELECT 1 FROM look l WHERE l.doctor = p.id)
UNION ALL
SELECT p.name, 'har fået en rolle eller er delegeret til en vejleder'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person' AND (s.what = 'ADDED' OR s.before_it LIKE '%"gone"%')
   AND (EXISTS (SELECT 1 FROM user_role h WHERE h.person = p.id AND h.given_by IS NOT NULL)
        OR EXISTS (SELECT 1 FROM delegation g WHERE g.doctor = p.id))
UNION ALL
SELECT p.name, 'har godkendelser fra en ansættelse i kørslen'
  FROM import_step s
  JOIN import_run r ON r.id = s.run
  JOIN element e    ON e.id = s.row_id
  JOIN person p     ON p.id = e.doctor
 WHERE s.run = :run AND s.object = 'element'
   AND EXISTS (SELECT 1 FROM approval a WHERE a.element = e.id AND (s.what = 'ADDED' OR a.at >= r.ended))
UNION ALL
SELECT p.name, 'har fravær i en ansættelse i kørslen'
  FROM import_step s
  JOIN import_run r ON r.id = s.run
  JOIN element e    ON e.id = s.row_id
  JOIN person p     ON p.id = e.doctor
 WHERE s.run = :run AND s.object = 'element'
   AND EXISTS (SELECT 1 FROM absence a WHERE a.element = e.id AND (s.what = 'ADDED' OR a.at >= r.ended))
UNION ALL
SELECT p.name, 'har attestationer af en ansættelse i kørslen'
  FROM import_step s
  JOIN import_run r ON r.id = s.run
  JOIN element e    ON e.id = s.row_id
  JOIN person p     ON p.id = e.doctor
 WHERE s.run = :run AND s.object = 'element'
   AND EXISTS (SELECT 1 FROM attestation t
                WHERE t.doctor = e.doctor AND t.element = e.id AND (s.what = 'ADDED' OR t.at >= r.ended))
UNION ALL
SELECT p.name, 'har en uddannelsesplan eller samtaler i en ansættelse i kørslen'
  FROM import_step s
  JOIN import_run r ON r.id = s.run
  JOIN element e    ON e.id = s.row_id
  JOIN person p     ON p.id = e.doctor
 WHERE s.run = :run AND s.object = 'element'
   AND (EXISTS (SELECT 1 FROM plan_now n WHERE n.element = e.id AND (s.what = 'ADDED' OR n.at >= r.ended))
        OR EXISTS (SELECT 1 FROM talk_now t WHERE t.element = e.id AND (s.what = 'ADDED' OR t.planned_on >= r.ended))
        OR EXISTS (SELECT 1 FROM doubt d WHERE d.element = e.id AND (s.what = 'ADDED' OR d.at >= r.ended)))
UNION ALL
SELECT p.name, 'er flyttet til en anden målbeskrivelse'
  FROM import_step s
  JOIN import_run r      ON r.id = s.run
  JOIN training_course c ON c.id = s.row_id
  JOIN person p          ON p.id = c.doctor
 WHERE s.run = :run AND s.object = 'training_course'
   AND EXISTS (SELECT 1 FROM curriculum_move v WHERE v.course = c.id AND v.at >= r.ended)
UNION ALL
SELECT p.name, 'er lagt sammen med en anden registrering'
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person'
   AND (p.gone = 'MERGED' OR EXISTS (SELECT 1 FROM person o WHERE o.merged_into = p.id))
UNION ALL
SELECT u.place, 'bruges af andre'
  FROM import_step s
  JOIN org_unit u ON u.id = s.row_id
 WHERE s.run = :run AND s.object = 'org_unit' AND s.what = 'ADDED'
   AND (EXISTS (SELECT 1 FROM user_role h WHERE h.org_unit = u.id)
        OR EXISTS (SELECT 1 FROM element e
                    WHERE e.org_unit = u.id AND e.cancelled IS NULL
                      AND NOT EXISTS (SELECT 1 FROM import_step o
                                       WHERE o.object = 'element' AND o.row_id = e.id AND o.run = s.run)))
UNION ALL
SELECT CONCAT('Kørsel ', l.run), 'har ændret det samme senere'
  FROM import_step s
  JOIN import_step l ON l.object = s.object AND l.row_id = s.row_id AND l.id > s.id AND l.run <> s.run
  JOIN import_run r  ON r.id = l.run AND r.state <> 'TAGET_TILBAGE'
 WHERE s.run = :run
 LIMIT 20;

-- undo_changed_since: rows of a run that are not any more as it wrote them
-- in:   run u32
-- out:  label text
-- rows: many
-- open: the clock carries out a run, whose maker was asked when it was made
SELECT p.name
  FROM import_step s
  JOIN person p ON p.id = s.row_id
 WHERE s.run = :run AND s.object = 'person'
   AND ((JSON_EXISTS(s.after_it, '$.name') AND NOT p.name <=> JSON_VALUE(s.after_it, '$.name'))
        OR (JSON_EXISTS(s.after_it, '$.email') AND NOT p.email <=> JSON_VALUE(s.after_it, '$.email') COLLATE utf8mb4_bin)
        OR (JSON_EXISTS(s.after_it, '$.mobile') AND NOT p.mobile <=> JSON_VALUE(s.after_it, '$.mobile'))
        OR (JSON_EXISTS(s.after_it, '$.auth_id') AND NOT p.auth_id <=> JSON_VALUE(s.after_it, '$.auth_id')))
UNION ALL
SELECT p.name
  FROM import_step s
  JOIN training_course c ON c.id = s.row_id
  JOIN person p          ON p.id = c.doctor
 WHERE s.run = :run AND s.object = 'training_course'
   AND NOT EXISTS (SELECT 1 FROM import_step l
                    WHERE l.object = s.object AND l.row_id = s.row_id AND l.run = s.run AND l.id > s.id)
   AND ((JSON_EXISTS(s.after_it, '$.region') AND NOT c.region <=> JSON_VALUE(s.after_it, '$.region'))
        OR (JSON_EXISTS(s.after_it, '$.since') AND NOT c.since <=> CAST(JSON_VALUE(s.after_it, '$.since') AS DATE))
        OR (JSON_EXISTS(s.after_it, '$.until') AND NOT c.until <=> CAST(JSON_VALUE(s.after_it, '$.until') AS DATE))
        OR (JSON_EXISTS(s.after_it, '$.cancelled')
            AND NOT c.cancelled <=> CAST(JSON_VALUE(s.after_it, '$.cancelled') AS DATE)))
UNION ALL
SELECT p.name
  FROM import_step s
  JOIN element e ON e.id = s.row_id
  JOIN person p  ON p.id = e.doctor
 WHERE s.run = :run AND s.object = 'element'
   AND NOT EXISTS (SELECT 1 FROM import_step l
                    WHERE l.object = s.object AND l.row_id = s.row_id AND l.run = s.run AND l.id > s.id)
   AND ((JSON_EXISTS(s.after_it, '$.org_unit') AND NOT e.org_unit <=> JSON_VALUE(s.after_it, '$.org_unit'))
        OR (JSON_EXISTS(s.after_it, '$.since') AND NOT e.since <=> CAST(JSON_VALUE(s.after_it, '$.since') AS DATE))
        OR (JSON_EXISTS(s.after_it, '$.until') AND NOT e.until <=> CAST(JSON_VALUE(s.after_it, '$.until') AS DATE))
        OR (JSON_EXISTS(s.after_it, '$.fraction') AND NOT e.fraction <=> JSON_VALUE(s.after_it, '$.fraction'))
        OR (JSON_EXISTS(s.after_it, '$.cancelled')
            AND NOT e.cancelled <=> CAST(JSON_VALUE(s.after_it, '$.cancelled') AS DATE)))
UNION ALL
SELECT u.place
  FROM import_step s
  JOIN org_unit u ON u.id = s.row_id
 WHERE s.run = :run AND s.object = 'org_unit'
   AND ((JSON_EXISTS(s.after_it, '$.name') AND NOT u.name <=> JSON_VALUE(s.after_it, '$.name'))
        OR (JSON_EXISTS(s.after_it, '$.kind') AND NOT u.kind <=> JSON_VALUE(s.after_it, '$.kind')))
UNION ALL
SELECT p.name
  FROM import_step s
  JOIN course_curriculum k ON k.course = s.row_id AND k.curriculum = JSON_VALUE(s.after_it, '$.curriculum')
  JOIN person p            ON p.id = k.doctor
 WHERE s.run = :run AND s.object = 'course_curriculum' AND k.left_on IS NOT NULL
 LIMIT 20;

-- person_withdraw: a person whom a run added is none any more; the address is free for others
-- in:   id u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE person
   SET gone = 'WITHDRAWN', access_due = NULL, email = NULL, auth_id = NULL
 WHERE id = :id AND gone IS NULL;

-- person_links_over: links that let a withdrawn person in
-- in:   person u32, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE access_link
   SET used = :now
 WHERE person = :person AND used IS NULL;

-- person_restore: a person as before a run; a mail with access that has gone out does not go again
-- in:   id u32, was text, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE person
   SET name = IF(JSON_EXISTS(:was, '$.name'), JSON_VALUE(:was, '$.name'), name),
       email = IF(JSON_EXISTS(:was, '$.email'), JSON_VALUE(:was, '$.email'), email),
       mobile = IF(JSON_EXISTS(:was, '$.mobile'), JSON_VALUE(:was, '$.mobile'), mobile),
       auth_id = IF(JSON_EXISTS(:was, '$.auth_id'), JSON_VALUE(:was, '$.auth_id'), auth_id),
       shown_from = IF(JSON_EXISTS(:was, '$.shown_from'), JSON_VALUE(:was, '$.shown_from'), shown_from),
       access_due = IF(JSON_EXISTS(:was, '$.access_due')
                       AND (access_due IS NOT NULL OR JSON_VALUE(:was, '$.access_due') > :today), JSON_VALUE(:was, '$.access_due'), access_due),
       gone = IF(JSON_EXISTS(:was, '$.gone'), JSON_VALUE(:was, '$.gone'), gone),
       unconfirmed = IF(JSON_EXISTS(:was, '$.unconfirmed')
                        AND NOT EXISTS (SELECT 1 FROM credential k WHERE k.person = person.id),
                        JSON_VALUE(:was, '$.unconfirmed'), unconfirmed)
 WHERE id = :id;

-- course_cancel: a course that a run added is not to be
-- in:   id u32, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE training_course
   SET cancelled = :today
 WHERE id = :id;

-- course_restore: a course as before a run
-- in:   id u32, was text
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE training_course
   SET stage = IF(JSON_EXISTS(:was, '$.stage'), JSON_VALUE(:was, '$.stage'), stage),
       specialty = IF(JSON_EXISTS(:was, '$.specialty'), JSON_VALUE(:was, '$.specialty'), specialty),
       region = IF(JSON_EXISTS(:was, '$.region'), JSON_VALUE(:was, '$.region'), region),
       number = IF(JSON_EXISTS(:was, '$.number'), JSON_VALUE(:was, '$.number'), number),
       since = IF(JSON_EXISTS(:was, '$.since'), JSON_VALUE(:was, '$.since'), since),
       until = IF(JSON_EXISTS(:was, '$.until'), JSON_VALUE(:was, '$.until'), until),
       round = IF(JSON_EXISTS(:was, '$.round'), JSON_VALUE(:was, '$.round'), round),
       draw = IF(JSON_EXISTS(:was, '$.draw'), JSON_VALUE(:was, '$.draw'), draw),
       chosen = IF(JSON_EXISTS(:was, '$.chosen'), JSON_VALUE(:was, '$.chosen'), chosen),
       filled = IF(JSON_EXISTS(:was, '$.filled'), JSON_VALUE(:was, '$.filled'), filled),
       advertised = IF(JSON_EXISTS(:was, '$.advertised'), JSON_VALUE(:was, '$.advertised'), advertised),
       employed = IF(JSON_EXISTS(:was, '$.employed'), JSON_VALUE(:was, '$.employed'), employed),
       cancelled = IF(JSON_EXISTS(:was, '$.cancelled'), JSON_VALUE(:was, '$.cancelled'), cancelled)
 WHERE id = :id;

-- element_change_back: how an element moves back
-- in:   id u32, run u32, what text, was text, now moment
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
INSERT INTO element_change (element, doctor, run, what, before_org_unit, before_since, before_until,
                            before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
SELECT id, doctor, :run, :what, org_unit, since, until, fraction,
       IF(JSON_EXISTS(:was, '$.org_unit'), JSON_VALUE(:was, '$.org_unit'), org_unit),
       IF(JSON_EXISTS(:was, '$.since'), JSON_VALUE(:was, '$.since'), since),
       IF(JSON_EXISTS(:was, '$.until'), JSON_VALUE(:was, '$.until'), until),
       IF(JSON_EXISTS(:was, '$.fraction'), JSON_VALUE(:was, '$.fraction'), fraction), :now
  FROM element
 WHERE id = :id;

-- element_cancel_set: an element that a run added is not to be
-- in:   id u32, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE element
   SET cancelled = :today
 WHERE id = :id;

-- element_restore: an element as before a run
-- in:   id u32, was text
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE element
   SET seq = IF(JSON_EXISTS(:was, '$.seq'), JSON_VALUE(:was, '$.seq'), seq),
       org_unit = IF(JSON_EXISTS(:was, '$.org_unit'), JSON_VALUE(:was, '$.org_unit'), org_unit),
       section = IF(JSON_EXISTS(:was, '$.section'), JSON_VALUE(:was, '$.section'), section),
       since = IF(JSON_EXISTS(:was, '$.since'), JSON_VALUE(:was, '$.since'), since),
       until = IF(JSON_EXISTS(:was, '$.until'), JSON_VALUE(:was, '$.until'), until),
       fraction = IF(JSON_EXISTS(:was, '$.fraction'), JSON_VALUE(:was, '$.fraction'), fraction),
       position_no = IF(JSON_EXISTS(:was, '$.position_no'), JSON_VALUE(:was, '$.position_no'), position_no),
       kind = IF(JSON_EXISTS(:was, '$.kind'), JSON_VALUE(:was, '$.kind'), kind),
       specialty = IF(JSON_EXISTS(:was, '$.specialty'), JSON_VALUE(:was, '$.specialty'), specialty),
       cancelled = IF(JSON_EXISTS(:was, '$.cancelled'), JSON_VALUE(:was, '$.cancelled'), cancelled)
 WHERE id = :id;

-- pin_left: a list that a run pinned is left
-- in:   course u32, became text, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE course_curriculum
   SET left_on = :today
 WHERE course = :course AND curriculum = JSON_VALUE(:became, '$.curriculum') AND left_on IS NULL;

-- agreement_cancel: an agreement that a run added does not count any more, or one that it brought back
-- in:   id u32, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE agreement
   SET cancelled = :today
 WHERE id = :id;

-- role_restore: a role that a run changed, as before
-- in:   id u32, was text
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE user_role
   SET since = IF(JSON_EXISTS(:was, '$.since'), JSON_VALUE(:was, '$.since'), since),
       until = IF(JSON_EXISTS(:was, '$.until'), JSON_VALUE(:was, '$.until'), until)
 WHERE id = :id AND given_by IS NULL;

-- place_close: a place that a run added is none from that day on
-- in:   id u32, today day
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE org_unit
   SET until = :today
 WHERE id = :id;

-- place_restore: a place as before a run
-- in:   id u32, was text
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE org_unit
   SET kind = IF(JSON_EXISTS(:was, '$.kind'), JSON_VALUE(:was, '$.kind'), kind),
       name = IF(JSON_EXISTS(:was, '$.name'), JSON_VALUE(:was, '$.name'), name),
       place = IF(JSON_EXISTS(:was, '$.place'), JSON_VALUE(:was, '$.place'), place),
       parent = IF(JSON_EXISTS(:was, '$.parent'), JSON_VALUE(:was, '$.parent'), parent),
       region = IF(JSON_EXISTS(:was, '$.region'), JSON_VALUE(:was, '$.region'), region),
       since = IF(JSON_EXISTS(:was, '$.since'), JSON_VALUE(:was, '$.since'), since),
       until = IF(JSON_EXISTS(:was, '$.until'), JSON_VALUE(:was, '$.until'), until)
 WHERE id = :id;

-- records_let_go: what a feed told of those whom a run added waits until it tells anew, or somebody brings it in by hand
-- in:   run u32
-- rows: none
-- open: the clock carries out a run, whose maker was asked when it was made
UPDATE feed_record f
  JOIN import_step s ON s.row_id = f.person AND s.object = 'person' AND s.what = 'ADDED'
   SET f.state = 'VENTER', f.due = '9999-12-31', f.said = 'Importen blev taget tilbage'
 WHERE s.run = :run;
