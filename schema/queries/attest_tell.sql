-- attest_signed: the attestation of time that stands for an element, if one does
-- in:   element u32
-- out:  doctor u32, at moment, paper_on day?, until day, org_unit u32, region u32, place text
-- rows: one
-- open: asked by record/attested.c alone, in the transaction that moves the element
SELECT e.doctor, t.at, t.paper_signed, e.until, e.org_unit, c.region, u.place
  FROM element e
  JOIN attestation_now n ON n.doctor = e.doctor AND n.element = e.id AND n.kind = 'TIME' AND n.status = 'APPROVED'
  JOIN attestation t     ON t.id = n.attestation
  JOIN training_course c ON c.id = e.course
  JOIN org_unit u        ON u.id = e.org_unit
 WHERE e.id = :element;

-- attest_grounds: the attestations of goals that stand on an approval
-- in:   approval u32
-- out:  doctor u32, org_unit u32, region u32, place text
-- rows: many
-- open: asked by record/attested.c alone, in the transaction that resets the approval
SELECT g.doctor, g.org_unit, c.region, u.place
  FROM approval a
  JOIN attestation_now n ON n.doctor = a.doctor AND n.kind = 'GOALS' AND n.status = 'APPROVED'
  JOIN attestation g     ON g.id = n.attestation AND FIND_IN_SET(a.id, g.goals) > 0
  JOIN element e         ON e.id = g.element
  JOIN training_course c ON c.id = e.course
  JOIN org_unit u        ON u.id = g.org_unit
 WHERE a.id = :approval;

-- attest_to_tell: UAO and tutor of a unit, and the secretariat of a region
-- in:   org_unit u32, region u32, today day
-- out:  person u32, office bool
-- rows: many
-- open: asked by record/attested.c alone: they are told, nobody asks
SELECT DISTINCT h.person, FALSE
  FROM user_role h
 WHERE h.org_unit = :org_unit AND h.role IN ('UAO', 'TUTOR') AND h.since <= :today AND h.until > :today
 UNION
SELECT DISTINCT h.person, TRUE
  FROM user_role h
 WHERE h.region = :region AND h.role = 'VUS' AND h.since <= :today AND h.until > :today;
