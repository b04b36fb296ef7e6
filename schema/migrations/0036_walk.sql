-- What a walk through all people by their names looks at (Brugere, where much fits whatever leads): by key alone,
-- without the rows themselves.

ALTER TABLE person
  ADD KEY in_order (name, id, gone, shown_from),
  DROP KEY name;

ALTER TABLE user_role
  ADD KEY of_person (person, until, since, role, region, org_unit, specialty),
  DROP KEY person;

ALTER TABLE training_course
  ADD KEY by_doctor (doctor, region, until, cancelled, stage, specialty),
  DROP KEY of_doctor;
