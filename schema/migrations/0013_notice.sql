-- The number of unseen notices stands on every page.

ALTER TABLE notice
  ADD KEY unseen (person, seen);
