-- What makes up for absence above the limit (R-ATT-10): an end that a change moved on, and still is
-- later than it was; and replacement elements of the course that begin when the element has ended.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW element_moved_on AS
SELECT x.id AS id, x.element AS element, x.before_until AS before_until, x.after_until AS after_until,
       x.at AS at, g.number AS agreement, g.published AS published
  FROM element_change x
  JOIN element e        ON e.id = x.element AND e.until > x.before_until
  LEFT JOIN agreement g ON g.id = x.agreement AND g.cancelled IS NULL
 WHERE x.what IN ('CHANGED', 'REVIVED') AND x.after_until > x.before_until
   AND (x.agreement IS NULL OR g.id IS NOT NULL);
CREATE OR REPLACE SQL SECURITY DEFINER VIEW element_replacement AS
SELECT e.id AS element, r.id AS id, r.since AS since, r.until AS until
  FROM element e
  JOIN element r ON r.course = e.course AND r.kind = 'REPLACEMENT' AND r.cancelled IS NULL AND r.since >= e.until;
