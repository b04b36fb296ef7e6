-- What the pages under /import/ ask.  Everybody here is a secretariat, for its own region, or the
-- project leader, for the whole country; each statement asks which, on that day.

-- import_scope: for whom this person brings people in: a region, or the whole country
-- in:   who
-- out:  national bool, region u32?, code text?, name text?, guidance text?
-- rows: one
SELECT h.role = 'PROJEKTLEDER', t.id, t.code, t.name, t.guidance
  FROM user_role h
  LEFT JOIN training_region t ON t.id = h.region AND h.role = 'VUS'
 WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
   AND :today >= h.since AND :today < h.until;

-- guidance_set: the secretariat writes its region's own guidance on importing (R-BRU-01)
-- in:   who, guidance text
-- rows: none
UPDATE training_region
   SET guidance = :guidance
 WHERE id = (SELECT h.region
               FROM user_role h
              WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                AND :today >= h.since AND :today < h.until);

-- --- one person ---------------------------------------------------------------------------

-- records_found: a page of those whom the feeds have told of and whose name holds all these parts
-- in:   who, a text, b text, c text, d text, skip u32, page u32
-- out:  id u32, name text, body blob, source text, due day, state text, found u32
-- rows: many
SELECT f.id, f.name, f.body, f.source, f.due, f.state, g.found
  FROM (SELECT n.id, COUNT(*) OVER () AS found
          FROM feed_record m FORCE INDEX (name) -- read alone: what is sealed lies beside the rows
          JOIN feed_record n ON n.id = m.id
          JOIN user_role h ON h.id = :as AND h.person = :who
                          AND :today >= h.since AND :today < h.until
                          AND (h.role = 'PROJEKTLEDER'
                               OR (h.role = 'VUS' AND (n.region IS NULL OR n.region = h.region)))
         WHERE m.name LIKE :a
           AND (:b = '' OR m.name LIKE :b)
           AND (:c = '' OR m.name LIKE :c)
           AND (:d = '' OR m.name LIKE :d)
         ORDER BY m.name, m.id
         LIMIT :skip, :page) g
  JOIN feed_record f ON f.id = g.id
 ORDER BY f.name, f.id;

-- records_by_cpr: what the feeds have told of the person with this CPR number, by its keyed hash
-- in:   who, find blob
-- out:  id u32, name text, body blob, source text, due day, state text
-- rows: many
SELECT f.id, f.name, f.body, f.source, f.due, f.state
  FROM feed_record f
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER'
                       OR (h.role = 'VUS' AND (f.region IS NULL OR f.region = h.region)))
 WHERE f.cpr_find = :find
 ORDER BY f.last_seen DESC, f.id;

-- record_one: what a feed has told of one person
-- in:   who, record u32
-- out:  id u32, name text, cpr_find blob, body blob, source text, region text?, due day, state text, said text, first_seen moment, last_seen moment
-- rows: one
SELECT f.id, f.name, f.cpr_find, f.body, f.source, t.name, f.due, f.state, f.said, f.first_seen, f.last_seen
  FROM feed_record f
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER'
                       OR (h.role = 'VUS' AND (f.region IS NULL OR f.region = h.region)))
  LEFT JOIN training_region t ON t.id = f.region
 WHERE f.id = :record;

-- logbook_person: who has this CPR number in the logbook; who was merged is the other
-- in:   who, find blob
-- out:  id u32, name text
-- rows: one
SELECT q.id, q.name
  FROM person p
  JOIN person q ON q.id = COALESCE(p.merged_into, p.id) AND q.gone IS NULL
 WHERE p.cpr_find = :find
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until);

-- logbook_posts: the courses and elements of a person in the logbook, the latest course first
-- in:   who, person u32
-- out:  course u32, stage text, specialty text?, region text, number text, since day, until day, source text, place text?, element_since day?, element_until day?, fraction u32?
-- rows: many
SELECT c.id, c.stage, s.name, t.name, c.number, c.since, c.until, c.source, u.place, e.since, e.until, e.fraction
  FROM training_course c
  JOIN training_region t ON t.id = c.region
  LEFT JOIN specialty s  ON s.id = c.specialty
  LEFT JOIN element e    ON e.course = c.id AND e.cancelled IS NULL
  LEFT JOIN org_unit u   ON u.id = COALESCE(e.section, e.org_unit)
 WHERE c.doctor = :person
   AND c.cancelled IS NULL
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 ORDER BY c.since DESC, c.id DESC, e.since, e.id;

-- names_of_codes: what a unit, a specialty or a training region is called
-- in:   place text, specialty text, region text
-- out:  place text?, specialty text?, region text?
-- rows: one
-- open: places, specialties and regions are public
SELECT (SELECT u.place FROM org_unit u WHERE u.code = :place),
       (SELECT s.name FROM specialty s WHERE s.code = :specialty),
       (SELECT t.name FROM training_region t WHERE t.code = :region);

-- run_of_person_put: this person is to be brought in now; not twice at the same time
-- in:   who, record u32
-- rows: none
INSERT INTO import_run (form, way, region, record, state, made_by, as_role, at, day)
SELECT 'PERSONER', 'BRUGER', IF(h.role = 'VUS', h.region, NULL), f.id, 'BESTILT', h.person, h.role, :now, :today
  FROM feed_record f
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER'
                       OR (h.role = 'VUS' AND (f.region IS NULL OR f.region = h.region)))
 WHERE f.id = :record
   AND NOT EXISTS (SELECT 1
                     FROM import_run o
                    WHERE o.state IN ('BESTILT', 'I_GANG') AND o.record = f.id);

-- run_of_person: the latest run by which this person was asked for, in the own region
-- in:   who, record u32
-- out:  id u32, state text
-- rows: one
SELECT r.id, r.state
  FROM import_run r
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = r.region))
 WHERE r.record = :record
   AND r.way = 'BRUGER'
 ORDER BY r.id DESC
 LIMIT 1;

-- --- files --------------------------------------------------------------------------------

-- file_put: the bytes of a file, unless they are there already (taken)
-- in:   sha256 blob, sealed blob
-- rows: none
-- open: bytes alone are nobody's; the row of import_run says whose they are
INSERT INTO import_file (sha256, sealed)
VALUES (:sha256, :sealed);

-- run_of_file_put: a file to be read; courses of training by a secretariat for its region, the rest by the project leader alone
-- in:   who, form text, name text, content blob
-- rows: none
INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
SELECT :form, 'FIL', IF(h.role = 'VUS', h.region, NULL), :name, :content, 'MODTAGET', h.person, h.role, :now, :today
  FROM user_role h
 WHERE h.id = :as AND h.person = :who
   AND :today >= h.since AND :today < h.until
   AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND :form IN ('PERSONER', 'AFTALER', 'KBU')));

-- run_again_put: a file that was sent before, within the own region, to be read once more
-- in:   who, form text, name text, content blob
-- rows: none
INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
SELECT :form, 'FIL', IF(h.role = 'VUS', h.region, NULL), :name, :content, 'MODTAGET', h.person, h.role, :now, :today
  FROM user_role h
 WHERE h.id = :as AND h.person = :who
   AND :today >= h.since AND :today < h.until
   AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND :form IN ('PERSONER', 'AFTALER', 'KBU')))
   AND EXISTS (SELECT 1
                 FROM import_run o
                WHERE o.content = :content
                  AND (h.role = 'PROJEKTLEDER' OR o.region = h.region));

-- run_of_file: the latest run of the same bytes in the same form, in the own region
-- in:   who, form text, content blob
-- out:  id u32, at moment, state text, file_name text, by_name text?, waits bool
-- rows: one
SELECT r.id, r.at, r.state, r.file_name, p.name, r.state IN ('MODTAGET', 'LAEST', 'BESTILT', 'I_GANG')
  FROM import_run r
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = r.region))
  LEFT JOIN person p ON p.id = r.made_by
 WHERE r.content = :content
   AND r.form = :form
 ORDER BY r.id DESC
 LIMIT 1;

-- --- runs ---------------------------------------------------------------------------------

-- runs_found: what ran, newest first: of the own region, or all for the project leader
-- in:   who, form text, skip u32, page u32
-- out:  id u32, form text, way text, state text, region text?, file_name text, record text?, by_name text?, at moment, fresh u32, changed u32, refused u32, waiting u32
-- rows: many
SELECT r.id, r.form, r.way, r.state, t.name, r.file_name, f.name, p.name, r.at, r.fresh, r.changed, r.refused, r.waiting
  FROM user_role h
  JOIN import_run r           ON h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND r.region = h.region)
  LEFT JOIN training_region t ON t.id = r.region
  LEFT JOIN feed_record f     ON f.id = r.record
  LEFT JOIN person p          ON p.id = r.made_by
 WHERE h.id = :as AND h.person = :who
   AND :today >= h.since AND :today < h.until
   AND (:form = '' OR r.form = :form)
 ORDER BY r.at DESC, r.id DESC
 LIMIT :skip, :page;

-- run_one: one of them, whole
-- in:   who, run u32
-- out:  id u32, form text, way text, state text, said text, region text?, file_name text, record u32?, record_name text?, person u32?, feed text?, by_name text?, at moment, day day, ended moment?, total u32, done u32, fresh u32, changed u32, same u32, refused u32, waiting u32, ordered_by text?, ordered moment?, undone_by text?, undone_at moment?
-- rows: one
SELECT r.id, r.form, r.way, r.state, r.said, t.name, r.file_name, r.record, f.name,
       CASE WHEN r.way = 'BRUGER'
            THEN COALESCE(f.person, (SELECT MAX(l.person) FROM import_line l WHERE l.run = r.id)) END,
       s.source, p.name, r.at, r.day,
       r.ended, r.total, r.done, r.fresh, r.changed, r.same, r.refused, r.waiting, o.name, r.ordered,
       u.name, r.undone_at
  FROM import_run r
  JOIN user_role h            ON h.id = :as AND h.person = :who
                             AND :today >= h.since AND :today < h.until
                             AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = r.region))
  LEFT JOIN training_region t ON t.id = r.region
  LEFT JOIN feed_record f     ON f.id = r.record
  LEFT JOIN feed s            ON s.id = r.feed
  LEFT JOIN person p          ON p.id = r.made_by
  LEFT JOIN person o          ON o.id = r.ordered_by
  LEFT JOIN person u          ON u.id = r.undone_by
 WHERE r.id = :run;

-- lines_of_run: a page of what it found, row by row; what is '' for all
-- in:   who, run u32, what text, skip u32, page u32
-- out:  n u32, line u32, what text, label text, detail text, person u32?
-- rows: many
SELECT l.n, l.line, l.what, l.label, l.detail, l.person
  FROM import_line l
  JOIN import_run r ON r.id = l.run
  JOIN user_role h  ON h.id = :as AND h.person = :who
                   AND :today >= h.since AND :today < h.until
                   AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = r.region))
 WHERE l.run = :run
   AND (:what = '' OR l.what = :what)
 ORDER BY l.n
 LIMIT :skip, :page;

-- run_order: what was read is to be carried out; of two clicks one counts
-- in:   who, run u32
-- rows: none
UPDATE import_run
   SET state = 'BESTILT', ordered_by = :who, ordered = :now
 WHERE id = :run
   AND state = 'LAEST'
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = import_run.region)));

-- run_let_go: what was read is not to be carried out
-- in:   who, run u32
-- rows: none
UPDATE import_run
   SET state = 'FORTRUDT'
 WHERE id = :run
   AND state = 'LAEST'
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = import_run.region)));

-- run_back: what was carried out is to be taken back
-- in:   who, run u32
-- rows: none
UPDATE import_run
   SET state = 'TILBAGE_BESTILT', undone_by = :who, undone_at = :now
 WHERE id = :run
   AND state = 'UDFOERT'
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND h.region = import_run.region)));

-- --- where files come from ----------------------------------------------------------------

-- feeds_all: the feeds of the own region and of the country; all for the project leader
-- in:   who
-- out:  id u32, source text, form text, region text?, way text, address text, active bool, checked moment?, said text, own bool
-- rows: many
SELECT f.id, f.source, f.form, t.name, f.way, f.address, f.active, f.checked, f.said,
       IF(h.role = 'VUS', COALESCE(f.region = h.region, FALSE), f.region IS NULL)
  FROM user_role h
  JOIN feed f                 ON h.role = 'PROJEKTLEDER'
                              OR (h.role = 'VUS' AND (f.region IS NULL OR f.region = h.region))
  LEFT JOIN training_region t ON t.id = f.region
 WHERE h.id = :as AND h.person = :who
   AND :today >= h.since AND :today < h.until
 ORDER BY t.name IS NOT NULL, t.name, f.source, f.form, f.id;

-- feed_one: a feed that this person keeps
-- in:   who, feed u32
-- out:  id u32, source text, form text, way text, address text, active bool
-- rows: one
SELECT f.id, f.source, f.form, f.way, f.address, f.active
  FROM feed f
  JOIN user_role h ON h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND ((h.role = 'VUS' AND f.region = h.region)
                       OR (h.role = 'PROJEKTLEDER' AND f.region IS NULL))
 WHERE f.id = :feed;

-- feed_twin: is there another feed with this address already?
-- in:   who, feed u32, address text
-- out:  id u32
-- rows: one
SELECT f.id
  FROM feed f
 WHERE f.address = :address
   AND f.id <> :feed
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role IN ('VUS', 'PROJEKTLEDER')
                  AND :today >= h.since AND :today < h.until)
 LIMIT 1;

-- feed_put: a new feed of the own region, or of the country
-- in:   who, source text, form text, way text, address text, active bool
-- rows: none
INSERT INTO feed (source, form, region, way, address, active, changed_by, at)
SELECT :source, :form, IF(h.role = 'VUS', h.region, NULL), :way, :address, :active, h.person, :now
  FROM user_role h
 WHERE h.id = :as AND h.person = :who
   AND :today >= h.since AND :today < h.until
   AND (h.role = 'PROJEKTLEDER' OR (h.role = 'VUS' AND :form IN ('PERSONER', 'AFTALER', 'KBU')));

-- feed_set: a feed as it is from now on; what was known of the old address is forgotten with it
-- in:   who, feed u32, source text, form text, way text, address text, active bool
-- rows: none
UPDATE feed
   SET etag       = IF(address = :address AND form = :form, etag, ''),
       modified   = IF(address = :address AND form = :form, modified, ''),
       checked    = IF(address = :address AND form = :form, checked, NULL),
       said       = IF(address = :address AND form = :form, said, ''),
       source     = :source,
       form       = :form,
       way        = :way,
       address    = :address,
       active     = :active,
       changed_by = :who,
       at         = :now
 WHERE id = :feed
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who
                  AND :today >= h.since AND :today < h.until
                  AND ((h.role = 'VUS' AND feed.region = h.region AND :form IN ('PERSONER', 'AFTALER', 'KBU'))
                       OR (h.role = 'PROJEKTLEDER' AND feed.region IS NULL)));

-- --- two rows become one person (R-BRU-05) --------------------------------------------------

-- merge_found: those with a number of that kind whose name or e-mail holds all the words, of the own region or without a course
-- in:   who, replacement bool, a text, b text, c text, d text, most u32
-- out:  id u32, name text, email text?, born day, replacement bool
-- rows: many
SELECT p.id, p.name, p.email, p.born, p.cpr_kind = 'REPLACEMENT'
  FROM (SELECT DISTINCT w.person
          FROM person_word w
         WHERE w.ending LIKE :a
           AND (:b = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :b))
           AND (:c = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :c))
           AND (:d = '' OR EXISTS (SELECT 1 FROM person_word x WHERE x.person = w.person AND x.ending LIKE :d))) f
  JOIN person p    ON p.id = f.person AND p.gone IS NULL
                  AND (p.cpr_kind = 'REPLACEMENT') = :replacement
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until
 WHERE NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
    OR EXISTS (SELECT 1
                 FROM training_course c
                WHERE c.doctor = p.id AND c.region = h.region AND :today < c.office_until)
 ORDER BY p.name, p.id
 LIMIT :most;

-- merge_by_cpr: the same, by the keyed hash of the number
-- in:   who, find blob
-- out:  id u32, name text, email text?, born day, replacement bool
-- rows: one
SELECT p.id, p.name, p.email, p.born, p.cpr_kind = 'REPLACEMENT'
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until
 WHERE p.cpr_find = :find
   AND p.gone IS NULL
   AND (NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
        OR EXISTS (SELECT 1
                     FROM training_course c
                    WHERE c.doctor = p.id AND c.region = h.region AND :today < c.office_until));

-- merge_side: one of the two, with all that decides whether and how they can be merged
-- in:   who, person u32
-- out:  id u32, name text, email text?, mobile text?, auth_id text?, born day, replacement bool, cpr_find blob, cpr_sealed blob, approvals bool, merits bool, login bool, elsewhere bool, self bool
-- rows: one
SELECT p.id, p.name, p.email, p.mobile, p.auth_id, p.born, p.cpr_kind = 'REPLACEMENT', p.cpr_find, p.cpr_sealed,
       EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = p.id)
         OR EXISTS (SELECT 1 FROM chain_head l WHERE l.doctor = p.id AND l.n > 0)
         OR EXISTS (SELECT 1 FROM absence b WHERE b.doctor = p.id)
         OR EXISTS (SELECT 1 FROM talk_now t WHERE t.doctor = p.id)
         OR EXISTS (SELECT 1 FROM doubt d WHERE d.doctor = p.id),
       EXISTS (SELECT 1 FROM merit m WHERE m.doctor = p.id),
       EXISTS (SELECT 1 FROM credential k WHERE k.person = p.id),
       EXISTS (SELECT 1
                 FROM user_role o
                 LEFT JOIN org_unit u ON u.id = o.org_unit
                WHERE o.person = p.id AND o.role <> 'UL' AND o.until > :today
                  AND (o.role IN ('VUS', 'PROJEKTLEDER')
                       OR COALESCE(u.region, o.region, 0) <> h.region)),
       p.id = :who
  FROM person p
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until
 WHERE p.id = :person
   AND p.gone IS NULL
   AND (NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
        OR EXISTS (SELECT 1
                     FROM training_course c
                    WHERE c.doctor = p.id AND c.region = h.region AND :today < c.office_until));

-- merge_lock: one at a time: whoever comes second waits, and then sees what the first has done
-- in:   who, one u32, other u32
-- out:  id u32
-- rows: many
SELECT p.id
  FROM person p
 WHERE p.id IN (:one, :other)
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until)
 ORDER BY p.id
   FOR UPDATE;

-- merge_done: how the two became one, whichever was kept
-- in:   who, one u32, other u32
-- out:  kept u32, name text, reason text, by_name text, at moment
-- rows: one
SELECT m.kept, p.name, m.reason, m.by_name, m.at
  FROM person_merge m
  JOIN person p    ON p.id = m.kept
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until
 WHERE ((m.kept = :one AND m.gone = :other) OR (m.kept = :other AND m.gone = :one))
   AND (NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = m.kept)
        OR EXISTS (SELECT 1
                     FROM training_course c
                    WHERE c.doctor = m.kept AND c.region = h.region));

-- merge_put: that they are one, by whom and why, and how both were before; everything below holds only behind it
-- in:   who, kept u32, gone u32, reason text
-- rows: none
INSERT INTO person_merge (kept, gone, reason, before_them, given_by, by_name, as_role, at)
SELECT k.id, g.id, :reason,
       JSON_OBJECT('kept', JSON_OBJECT('name', k.name, 'born', k.born, 'cpr_kind', k.cpr_kind, 'email', k.email,
                                       'mobile', k.mobile, 'auth_id', k.auth_id),
                   'gone', JSON_OBJECT('name', g.name, 'born', g.born, 'cpr_kind', g.cpr_kind, 'email', g.email,
                                       'mobile', g.mobile, 'auth_id', g.auth_id),
                   'courses', COALESCE((SELECT GROUP_CONCAT(c.id ORDER BY c.id) FROM training_course c WHERE c.doctor = g.id), ''),
                   'roles', COALESCE((SELECT GROUP_CONCAT(r.id ORDER BY r.id) FROM user_role r WHERE r.person = g.id), '')),
       h.person, w.name, h.role, :now
  FROM user_role h
  JOIN person w ON w.id = h.person
  JOIN person k ON k.id = :kept AND k.gone IS NULL
  JOIN person g ON g.id = :gone AND g.gone IS NULL
 WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
   AND :today >= h.since AND :today < h.until
   AND k.id <> g.id
   AND k.cpr_kind <> g.cpr_kind;

-- merge_free: the one that will be gone lets go of what only one can have; waits for whoever is writing in its logbook
-- in:   who, kept u32, gone u32, nobody blob
-- rows: none
UPDATE person
   SET email = NULL, mobile = NULL, auth_id = NULL, access_due = NULL, cpr_find = :nobody
 WHERE id = :gone
   AND EXISTS (SELECT 1
                 FROM person_merge m
                WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_logbook: has anything been written in the logbook of the one that will be gone?
-- in:   who, gone u32
-- out:  written bool
-- rows: one
SELECT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = :gone)
       OR EXISTS (SELECT 1 FROM merit m WHERE m.doctor = :gone)
       OR EXISTS (SELECT 1 FROM chain_head l WHERE l.doctor = :gone AND l.n > 0)
       OR EXISTS (SELECT 1 FROM absence b WHERE b.doctor = :gone)
       OR EXISTS (SELECT 1 FROM talk_now t WHERE t.doctor = :gone)
       OR EXISTS (SELECT 1 FROM doubt d WHERE d.doctor = :gone)
  FROM person p
 WHERE p.id = :who;

-- merge_keep: the one that goes on: the real number, what the other knew and it lacked, and a mail with access when it has never been let in
-- in:   who, kept u32, gone u32, born day, find blob, sealed blob, email text?, mobile text?, auth_id text?, shown_from day
-- rows: none
UPDATE person
   SET cpr_kind   = 'REAL',
       born       = :born,
       cpr_find   = :find,
       cpr_sealed = :sealed,
       email      = :email,
       mobile     = :mobile,
       auth_id    = :auth_id,
       access_due = CASE WHEN access_due IS NULL AND NOT EXISTS (SELECT 1 FROM credential k WHERE k.person = :kept)
                           AND EXISTS (SELECT 1 FROM credential k WHERE k.person = :gone)
                         THEN :today ELSE access_due END,
       shown_from = LEAST(shown_from, :shown_from)
 WHERE id = :kept
   AND EXISTS (SELECT 1
                 FROM person_merge m
                WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_shown: from which day somebody is among Brugere
-- in:   who, person u32
-- out:  shown_from day
-- rows: one
SELECT p.shown_from
  FROM person p
 WHERE p.id = :person
   AND EXISTS (SELECT 1
                 FROM user_role h
                WHERE h.id = :as AND h.person = :who AND h.role = 'VUS'
                  AND :today >= h.since AND :today < h.until);

-- merge_courses: the courses of the one become the other's
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE training_course
   SET doctor = :kept
 WHERE doctor = :gone
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_lists: and the lists that they carry
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE course_curriculum
   SET doctor = :kept
 WHERE doctor = :gone
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_elements: and their elements
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE element
   SET doctor = :kept
 WHERE doctor = :gone
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_roles: and the roles, unless the one that goes on has the same already, for as long
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE user_role
   SET person = :kept
 WHERE person = :gone
   AND NOT EXISTS (SELECT 1
                     FROM (SELECT role, org_unit, region, specialty, course, since, until
                             FROM user_role
                            WHERE person = :kept) k
                    WHERE k.role = user_role.role AND k.org_unit <=> user_role.org_unit
                      AND k.region <=> user_role.region AND k.specialty <=> user_role.specialty
                      AND k.course <=> user_role.course
                      AND k.since <= GREATEST(user_role.since, :today) AND k.until >= user_role.until)
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_named: a supervisor to whom the one was delegated has the other from today
-- in:   who, kept u32, gone u32
-- rows: none
INSERT INTO delegation (held, doctor, since, until, given_by, given_as, made_at)
SELECT d.held, :kept, GREATEST(d.since, :today), d.until, d.given_by, d.given_as, :now
  FROM delegation d
 WHERE d.doctor = :gone
   AND d.until > GREATEST(d.since, :today)
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_words: what the one was found by finds the other
-- in:   who, kept u32, gone u32
-- rows: none
INSERT INTO person_word (ending, person)
SELECT w.ending, :kept
  FROM person_word w
 WHERE w.person = :gone
   AND NOT EXISTS (SELECT 1 FROM person_word x WHERE x.person = :kept AND x.ending = w.ending)
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_unfind: and the one is not found any more
-- in:   who, kept u32, gone u32
-- rows: none
DELETE FROM person_word
 WHERE person = :gone
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_records: what the feeds told of the one is told of the other
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE feed_record
   SET person = :kept
 WHERE person = :gone
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_sessions: nobody goes on as the one that is gone, and the other logs in anew
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE session
   SET ended = :now
 WHERE person IN (:kept, :gone)
   AND ended IS NULL
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_links: links that let the one in do not work any more
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE access_link
   SET used = :now
 WHERE person = :gone
   AND used IS NULL
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_mails: and what waits to be sent to the one is not sent
-- in:   who, kept u32, gone u32
-- rows: none
UPDATE mail
   SET state = 'DROPPED', sealed = NULL
 WHERE person = :gone
   AND state = 'WAITING'
   AND EXISTS (SELECT 1 FROM person_merge m WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);

-- merge_tell: the doctor reads of it in the inbox
-- in:   who, kept u32, gone u32, kind text
-- rows: none
INSERT INTO notice (person, kind, about, made)
SELECT m.kept, :kind, m.kept, :now
  FROM person_merge m
 WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now;

-- merge_end: the one is gone, with the replacement number; nothing of it changes after this
-- in:   who, kept u32, gone u32, born day, find blob, sealed blob
-- rows: none
UPDATE person
   SET cpr_kind    = 'REPLACEMENT',
       born        = :born,
       cpr_find    = :find,
       cpr_sealed  = :sealed,
       gone        = 'MERGED',
       merged_into = :kept
 WHERE id = :gone
   AND gone IS NULL
   AND EXISTS (SELECT 1
                 FROM person_merge m
                WHERE m.kept = :kept AND m.gone = :gone AND m.given_by = :who AND m.at = :now);
