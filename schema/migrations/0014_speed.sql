-- What the import pages look a run up by (ten years of nights are thousands of runs); the first
-- element of a course, which Planlagte læger asks for of every course that is to begin; and who is
-- at a department today, which Steder counts for all departments of all hospitals on the page.

ALTER TABLE import_run
  ADD KEY (record),
  ADD KEY (content);

ALTER TABLE element
  ADD KEY element_first (course, since),
  ADD KEY element_today (org_unit, until, since, cancelled, doctor);
