-- What makes up for absence above the limit (R-ATT-10), at least: an end that a supplementary agreement in
-- force moved on, and replacement posts of the training that begin when the element has ended.  How many
-- days they come to is reckoned by the rules (logbook/absence.h).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW element_moved_on AS
SELECT x.element AS element, x.before_since AS before_since, x.before_until AS before_until, x.before_fraction AS before_fraction,
       x.after_since AS after_since, x.after_until AS after_until, x.after_fraction AS after_fraction,
       g.number AS agreement, g.published AS published
  FROM element_change x
  JOIN agreement g ON g.id = x.agreement AND g.cancelled IS NULL AND g.kind = 'TILLAEGSAFTALE'
 WHERE x.what = 'CHANGED' AND x.after_until > x.before_until
   AND x.before_fraction IS NOT NULL AND x.after_fraction IS NOT NULL;
CREATE OR REPLACE SQL SECURITY DEFINER VIEW element_replacement AS
SELECT e.id AS element, r.id AS id, r.since AS since, r.until AS until
  FROM element e
  JOIN training_whole w ON w.of = e.course
  JOIN element r ON r.course = w.course AND r.kind = 'REPLACEMENT' AND r.cancelled IS NULL AND r.since >= e.until;
