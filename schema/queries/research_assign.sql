-- research_supervisor_find: the research supervisor with this e-mail address, asked by who assigns one; the name alone is shown
-- in:   who, email text, doctor u32
-- out:  held u32, person u32, name text
-- rows: one
SELECT f.id, p.id, p.name
  FROM user_role h
  JOIN person p    ON p.email = :email AND p.gone IS NULL AND p.id <> :doctor
  JOIN user_role f ON f.person = p.id AND f.role = 'FORSKVEJLEDER' AND :today >= f.since AND :today < f.until
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR', 'VUS')
 ORDER BY f.until DESC, f.id
 LIMIT 1;

-- research_assign: a research supervisor for a doctor within reach, from today; not twice the same
-- in:   who, doctor u32, held u32
-- rows: none
INSERT INTO research_supervision (doctor, held, since, given_by, by_name, given_as, place, made_at)
SELECT d.id, f.id, GREATEST(f.since, :today), b.id, b.name, h.role, COALESCE(u.place, t.name), :now
  FROM user_role h
  JOIN person b               ON b.id = h.person
  JOIN user_role f            ON f.id = :held AND f.role = 'FORSKVEJLEDER' AND :today < f.until
  JOIN person d               ON d.id = :doctor AND d.gone IS NULL AND d.id <> f.person AND d.id <> b.id
  LEFT JOIN org_unit u        ON u.id = h.org_unit
  LEFT JOIN training_region t ON t.id = h.region
 WHERE h.id = :as
   AND h.person = :who
   AND h.role IN ('UAO', 'TUTOR', 'VUS')
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until)
   AND NOT EXISTS (SELECT 1
                     FROM research_supervision o
                     JOIN user_role w ON w.id = o.held AND w.person = f.person
                    WHERE o.doctor = :doctor AND o.until > :today);

-- research_unassign: a research supervisor is one no more, from today on
-- in:   who, doctor u32, supervision u32
-- rows: none
UPDATE research_supervision s
  JOIN user_role h ON h.id = :as AND h.person = :who AND h.role IN ('UAO', 'TUTOR', 'VUS')
   SET s.until = GREATEST(s.since, :today), s.ended_by = :who, s.ended_at = :now
 WHERE s.id = :supervision
   AND s.doctor = :doctor
   AND s.until > GREATEST(s.since, :today)
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = :doctor
                  AND :today >= r.since AND :today < r.until);
