-- What may be known of evaluations, and by whom: the only ways to the table that says whose answer is
-- whose (evaluation_link), which no account may read.  These views run as the owner.
--
-- That an element has its answer, and nothing of it: for the clock and the doctor's list.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW evaluation_given AS
SELECT l.element AS element, l.at AS at
  FROM evaluation_link l;
-- A doctor's own answer.  Statements ask with e.doctor = :who.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW evaluation_own AS
SELECT e.doctor AS doctor, l.element AS element, l.at AS at, a.statement AS statement, a.value AS value, a.words AS words
  FROM evaluation_link l
  JOIN element e           ON e.id = l.element
  JOIN evaluation_answer a ON a.evaluation = l.evaluation;
-- Answers that can no longer stand between a doctor and an approval (R-EVA-07, R-EVA-08): both attestations
-- of the element are approved, and so are those of every other element of the doctor at the same place.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW evaluation_free AS
SELECT v.id AS evaluation, v.org_unit AS org_unit, v.half AS half
  FROM evaluation v
  JOIN evaluation_link l ON l.evaluation = v.id
  JOIN element e         ON e.id = l.element
 WHERE NOT EXISTS (SELECT 1
                     FROM element x
                    WHERE x.doctor = e.doctor
                      AND (x.id = e.id OR (x.org_unit = v.org_unit AND x.cancelled IS NULL))
                      AND (SELECT COUNT(*)
                             FROM attestation_now n
                            WHERE n.doctor = x.doctor AND n.element = x.id AND n.status = 'APPROVED') < 2);
-- What UAO and tutor may read: released with a half-year, and then for good.  Were one taken away again when
-- an attestation is reset, its going would say whose it is.  It says nothing of element, doctor, stage,
-- specialty or day.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW evaluation_readable AS
SELECT o.org_unit AS org_unit, o.half AS half, o.evaluation AS evaluation, a.statement AS statement, a.value AS value, a.words AS words
  FROM evaluation_open o
  JOIN evaluation_answer a ON a.evaluation = o.evaluation;
