-- The latest row of each attestation's story, out of the rows themselves, for the statements that add
-- to attestation: they may not read attestation_now, which a trigger writes in the midst of them.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW attestation_latest AS
SELECT a.id, a.doctor, a.element, a.kind, a.step, a.status, a.basis, a.org_unit, a.paper, a.paper_sha256, a.paper_signer,
       a.paper_title, a.paper_signed, a.absence_days, a.absence_limit, a.absence_kinds, a.prolonged, a.at
  FROM attestation a
  LEFT JOIN attestation later ON later.doctor = a.doctor AND later.element = a.element
                             AND later.kind = a.kind AND later.step = a.step + 1
 WHERE later.id IS NULL;
