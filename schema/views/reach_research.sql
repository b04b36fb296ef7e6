-- Which research supervisor reaches the research training of whom, from when and until when: the
-- doctors assigned to that role, and nothing else of their logbooks (R-ROL-08, R-ROL-10).
-- Statements join it as they join reach; nobody reaches their own (R-ROL-04).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW reach_research AS
SELECT h.person AS viewer, h.id AS held, s.doctor, s.id AS supervision,
       GREATEST(h.since, s.since) AS since, LEAST(h.until, s.until) AS until
  FROM user_role h
  JOIN research_supervision s ON s.held = h.id AND s.doctor <> h.person
 WHERE h.role = 'FORSKVEJLEDER';
