-- Whose plan and talks somebody sees and takes part in, element by element: one's own; the doctors of
-- the department for its UAO or tutor; and for a main supervisor those appointed by name (domain 2.1),
-- no others of the department.  Joined as reach is, within which it stays.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW talk_reach AS
SELECT r.viewer, r.held, r.role, r.doctor, e.id AS element, r.since, r.until, r.is_own
  FROM reach r
  JOIN element e              ON e.doctor = r.doctor AND e.cancelled IS NULL AND (r.is_own OR e.id = r.element)
  LEFT JOIN main_supervisor m ON m.element = e.id AND m.person = r.viewer AND m.live = 1
 WHERE r.is_own
    OR r.role IN ('UAO', 'TUTOR')
    OR (r.role = 'HOVEDVEJLEDER' AND m.id IS NOT NULL);
