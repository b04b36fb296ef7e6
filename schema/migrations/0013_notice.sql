-- The number of unseen notices stands on every page; a role given by mistake ends before it begins.

ALTER TABLE notice
  ADD KEY unseen (person, seen);

-- What was given to the wrong person today must not hold until tomorrow, and what has not begun
-- can be called off: such a role has no day at all.
ALTER TABLE user_role
  DROP CONSTRAINT IF EXISTS CONSTRAINT_1,
  ADD CONSTRAINT user_role_days CHECK (since <= until);
