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
             COALESCE((SELECT h.doctor FROM chain_head h WHERE h.doctor > :after
                        ORDER BY h.doctor LIMIT 1 OFFSET 4000), 4294967295),
             COALESCE((SELECT p.doctor FROM plan p WHERE p.doctor > :after
                        ORDER BY p.doctor LIMIT 1 OFFSET 4000), 4294967295),
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

-- range_now: the latest rows of all stories of a range of doctors, as the trigger keeps them
-- in:   after u32, upto u32
-- out:  doctor u32, competency u32, approval u32, step u32, status text, kind text, org_unit u32?, merit u32?, by_name text, as_role text, place text, at moment
-- rows: many
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, competency, approval, step, status, kind, org_unit, merit, by_name, as_role, place, at
  FROM approval_now
 WHERE doctor > :after AND doctor <= :upto
 ORDER BY doctor, competency;

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
-- out:  doctor u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM merit
 WHERE id = :id;

-- plan_elsewhere: whose a step of a plan says that it is
-- in:   id u32
-- out:  doctor u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor
  FROM plan
 WHERE id = :id;

-- link_elsewhere: in whose chain a row stands
-- in:   kind text, row_id u32
-- out:  doctor u32, n u32
-- rows: one
-- open: the verifier reads all logbooks and asks for nobody
SELECT doctor, n
  FROM chain_link
 WHERE kind = :kind AND row_id = :row_id;
