-- The courses that a decision of merit covers (R-KUR-07, R-MER-10): approved as merit by who gave it, in
-- the same second as the decision, and on its words.  Everything that joins them is held by the chain, so
-- that no table beside it says which they are.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW merit_course AS
SELECT d.merit, c.doctor, c.course, c.id AS record
  FROM decision d
  JOIN course_record c ON c.doctor = d.doctor AND c.at = d.at AND c.given_by = d.given_by
                      AND c.kind = 'MERIT' AND c.status = 'APPROVED'
                      AND c.words = CONCAT('Afgørelse, sagsnr. ', d.case_no, ' af ', DATE_FORMAT(d.decided_on, '%d.%m.%Y'))
 WHERE d.courses IS NOT NULL;
