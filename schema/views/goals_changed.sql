-- Attestations of goals that stand on an approval that was reset since ("grundlag ændret", T-140).  Hardly anybody
-- was ever reset; the approvals of who was not are not looked through.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW goals_changed AS
SELECT n.attestation AS attestation
  FROM attestation_now n
  JOIN attestation g ON g.id = n.attestation
 WHERE n.kind = 'GOALS' AND n.status = 'APPROVED'
   AND EXISTS (SELECT 1 FROM reset r WHERE r.doctor = n.doctor)
   AND EXISTS (SELECT 1
                 FROM approval a
                 JOIN approval x ON x.doctor = a.doctor AND x.competency = a.competency AND x.step > a.step AND x.status = 'RESET'
                WHERE a.doctor = n.doctor AND FIND_IN_SET(a.id, g.goals) > 0);
