-- Which secretariat has the doctor today (R-NUL-08): that of the course that was begun last, or of the
-- first one while none has begun, until it is handed over.  Narrower than reach, which also lets
-- the secretariats of earlier courses look.  Statements join it with
--   o.viewer = :who AND o.held = :as AND :today >= o.since AND :today < o.until
CREATE OR REPLACE SQL SECURITY DEFINER VIEW office_now AS
SELECT h.person AS viewer, h.id AS held, c.doctor AS doctor, c.region AS region,
       GREATEST(h.since, COALESCE((SELECT CASE WHEN MIN(b.since) < c.since THEN c.since END
                                     FROM training_course b
                                    WHERE b.doctor = c.doctor AND b.cancelled IS NULL), h.since)) AS since,
       LEAST(h.until, c.office_until, COALESCE((SELECT MIN(n.since)
                                                  FROM training_course n
                                                 WHERE n.doctor = c.doctor AND n.cancelled IS NULL
                                                   AND n.since > c.since), h.until)) AS until
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.cancelled IS NULL AND c.doctor <> h.person
 WHERE h.role = 'VUS';
