-- SPDX-License-Identifier: MPL-2.0
--
-- All Denmark, part 3, for doctors @from … @to: the story of each competency.  Of a hundred
-- 60 are approved (asked, approved), 5 asked for today, 3 returned, 10 of every fifth doctor
-- merit; the rest have none.  KBU is approved whole for every fourth doctor.

SET @approvers = @doctors * 8 DIV 5, @units = GREATEST(40, @doctors * 1200 DIV 25000);
SET @slots = @approvers DIV @units;
SET unique_checks = 0, foreign_key_checks = 0, join_cache_level = 0, optimizer_use_condition_selectivity = 1;

-- In the order of the key: doctor, competency, step.
INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, merit, rating, words,
                      given_by, by_name, as_role, place, at)
SELECT STRAIGHT_JOIN s.doctor, s.competency, n.seq,
       IF(s.merit IS NOT NULL, 'APPROVED', IF(n.seq = 1, 'REQUESTED', IF(s.lot < 60 OR s.kbu, 'APPROVED', 'RETURNED'))),
       IF(s.merit IS NOT NULL, 'MERIT', 'ORDINARY'),
       IF(s.merit IS NULL, e.id, NULL), IF(s.merit IS NULL, e.org_unit, NULL), s.merit,
       IF(s.merit IS NULL AND n.seq = 1, 1 + s.hash % 5, NULL),
       CASE WHEN s.merit IS NOT NULL THEN NULL
            WHEN n.seq = 1 AND s.hash % 4 = 0 THEN 'Jeg har haft to forløb, begge drøftet med min vejleder, og er klar til at blive vurderet.'
            WHEN n.seq = 2 AND s.lot >= 60 AND NOT s.kbu THEN 'Der mangler én mini-CEX. Bed om den ved næste stuegang.' END,
       p.id, p.name, h.role, IF(s.merit IS NULL, u.place, t.name),
       LEAST(e.since + INTERVAL s.hash % 240 DAY, CAST(@today AS DATE) - INTERVAL 3 DAY)
         + INTERVAL 25000 + s.hash % 30000 + (n.seq - 1) * 90000 SECOND
  FROM (SELECT d.doctor, c.id AS competency, c.approver_rule, l.code = 'demo-kbu' AS kbu, d.done,
               CRC32(CONCAT(d.doctor, '/', c.id)) AS hash,
               CRC32(CONCAT(d.doctor, '/', c.id, '/lot')) % 100 AS lot,
               IF(l.code <> 'demo-kbu' AND d.doctor % 5 = 0 AND c.position % 10 = 3, 2 * d.doctor + (c.position DIV 10) % 2, NULL) AS merit
          FROM bench_doctor d
          JOIN curriculum l ON l.code IN ('demo-kbu', 'demo-hoveduddannelse')
          JOIN competency c ON c.curriculum = l.id
         WHERE d.doctor BETWEEN @from AND @to
           AND (l.code <> 'demo-kbu' OR d.doctor % 4 = 0)
         ORDER BY d.doctor, c.id
         LIMIT 1000000000) s
  JOIN seq_1_to_2 n
  -- the element of that time; what is asked for today is asked in the present one
  JOIN element e ON e.id = 10 * s.doctor + IF(s.kbu, s.hash % 2, 2 + IF(s.lot BETWEEN 60 AND 64, s.done, s.hash % (s.done + 1)))
  JOIN org_unit u ON u.id = e.org_unit
  LEFT JOIN merit m ON m.id = s.merit
  LEFT JOIN training_region t ON t.id = m.region
  -- the doctor, the one who gave the merit, or somebody of that department who may
  JOIN person p ON p.id = COALESCE(m.given_by, IF(n.seq = 1, s.doctor,
         @doctors + 1 + (e.org_unit - 51) + @units * IF(s.approver_rule = 'ALLE', s.hash % @slots, 0)))
  JOIN user_role h ON h.id = p.id
 WHERE (s.kbu OR s.merit IS NOT NULL OR s.lot < 68)
   AND n.seq <= IF(s.merit IS NOT NULL OR (NOT s.kbu AND s.lot BETWEEN 60 AND 64), 1, 2);

-- What the trigger would have made, had it been there.
INSERT INTO approval_now (doctor, competency, curriculum, approval, step, status, kind, element, org_unit, merit, by_name, as_role, place, at)
SELECT a.doctor, a.competency, c.curriculum, a.id, a.step, a.status, a.kind, a.element, a.org_unit, a.merit, a.by_name, a.as_role, a.place, a.at
  FROM approval a
  JOIN competency c ON c.id = a.competency
  LEFT JOIN approval b ON b.doctor = a.doctor AND b.competency = a.competency AND b.step = a.step + 1
 WHERE a.doctor BETWEEN @from AND @to AND b.id IS NULL
 ORDER BY a.doctor, a.competency;
