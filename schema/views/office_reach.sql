-- The part of reach that a training secretariat has, alone: without UNION, so that the server
-- asks it doctor by doctor and does not first gather a whole region.  reach holds it too.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW office_reach AS
SELECT h.person AS viewer, h.id AS held, h.role AS role, c.doctor AS doctor,
       h.since AS since, LEAST(h.until, c.office_until) AS until
  FROM user_role h
  JOIN training_course c ON c.region = h.region AND c.doctor <> h.person
 WHERE h.role = 'VUS';
