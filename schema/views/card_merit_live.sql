-- Merit notes that stand in place of a qualification card (R-KOM-07), as long as the merit itself stands.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW card_merit_live AS
SELECT m.doctor, m.competency, m.merit
  FROM card_merit m
 WHERE NOT EXISTS (SELECT 1 FROM reset z WHERE z.kind = 'MERIT' AND z.row_id = m.merit);
