-- What people are found by, and roles that end on the day they began.

ALTER TABLE person
  ADD KEY (name),
  ADD KEY (mobile);

ALTER TABLE user_role
  ADD KEY (role, person),
  DROP CONSTRAINT CONSTRAINT_1,
  ADD CONSTRAINT user_role_days CHECK (since <= until);

ALTER TABLE training_course
  ADD KEY (stage, until),
  ADD KEY (since);
