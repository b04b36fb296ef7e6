-- course_first: what Planlagte læger and goal_due are read from, kept with whatever it is made of.  What is
-- read is locked: somebody else who changes it at the same time waits, and finds this row.
CREATE OR REPLACE TRIGGER course_first_begun AFTER INSERT ON training_course FOR EACH ROW
INSERT INTO course_first (course, doctor, stage, specialty, region, source, since, cancelled, begins, name, gone)
VALUES (NEW.id, NEW.doctor, NEW.stage, NEW.specialty, NEW.region, NEW.source, NEW.since, NEW.cancelled IS NOT NULL, NEW.since,
        (SELECT p.name FROM person p WHERE p.id = NEW.doctor LOCK IN SHARE MODE),
        (SELECT p.gone IS NOT NULL FROM person p WHERE p.id = NEW.doctor LOCK IN SHARE MODE))
//
CREATE OR REPLACE TRIGGER course_first_changed AFTER UPDATE ON training_course FOR EACH ROW
IF (OLD.id, OLD.doctor, OLD.stage, OLD.region, OLD.source, OLD.since)
   <> (NEW.id, NEW.doctor, NEW.stage, NEW.region, NEW.source, NEW.since)
   OR NOT (OLD.specialty <=> NEW.specialty) OR NOT (OLD.cancelled <=> NEW.cancelled) THEN
  UPDATE course_first f
     SET f.doctor = NEW.doctor, f.stage = NEW.stage, f.specialty = NEW.specialty, f.region = NEW.region,
         f.source = NEW.source, f.since = NEW.since, f.cancelled = NEW.cancelled IS NOT NULL,
         f.begins = IF(f.org_unit IS NULL, NEW.since, f.begins),
         f.name = (SELECT p.name FROM person p WHERE p.id = NEW.doctor LOCK IN SHARE MODE),
         f.gone = (SELECT p.gone IS NOT NULL FROM person p WHERE p.id = NEW.doctor LOCK IN SHARE MODE)
   WHERE f.course = NEW.id;
END IF
//
CREATE OR REPLACE TRIGGER course_first_element AFTER INSERT ON element FOR EACH ROW
BEGIN
  DECLARE first_day DATE DEFAULT NULL;
  DECLARE first_unit INT UNSIGNED DEFAULT NULL;
  DECLARE first_place VARCHAR(300) COLLATE utf8mb4_danish_ci DEFAULT NULL;

  SELECT e.since, e.org_unit, u.place INTO first_day, first_unit, first_place
    FROM element e FORCE INDEX (element_first)
    JOIN org_unit u ON u.id = e.org_unit
   WHERE e.course = NEW.course AND e.cancelled IS NULL
   ORDER BY e.since, e.id
   LIMIT 1 LOCK IN SHARE MODE;
  UPDATE course_first f
     SET f.begins = COALESCE(first_day, f.since), f.org_unit = first_unit, f.place = first_place
   WHERE f.course = NEW.course;
END
//
CREATE OR REPLACE TRIGGER course_first_element_changed AFTER UPDATE ON element FOR EACH ROW
BEGIN
  DECLARE first_day DATE DEFAULT NULL;
  DECLARE first_unit INT UNSIGNED DEFAULT NULL;
  DECLARE first_place VARCHAR(300) COLLATE utf8mb4_danish_ci DEFAULT NULL;

  IF OLD.course <> NEW.course THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element: belongs to its course for good';
  END IF;
  IF OLD.since <> NEW.since OR OLD.org_unit <> NEW.org_unit OR NOT (OLD.cancelled <=> NEW.cancelled) THEN
    SELECT e.since, e.org_unit, u.place INTO first_day, first_unit, first_place
      FROM element e FORCE INDEX (element_first)
      JOIN org_unit u ON u.id = e.org_unit
     WHERE e.course = NEW.course AND e.cancelled IS NULL
     ORDER BY e.since, e.id
     LIMIT 1 LOCK IN SHARE MODE;
    UPDATE course_first f
       SET f.begins = COALESCE(first_day, f.since), f.org_unit = first_unit, f.place = first_place
     WHERE f.course = NEW.course;
  END IF;
END
//
-- A training may be several courses, so the last element of all of the doctor's is found anew.
CREATE OR REPLACE TRIGGER course_first_last AFTER INSERT ON element FOR EACH ROW
UPDATE course_first f SET f.last_element = last_element(f.course) WHERE f.doctor = NEW.doctor
//
CREATE OR REPLACE TRIGGER course_first_last_changed AFTER UPDATE ON element FOR EACH ROW
IF OLD.until <> NEW.until OR NOT (OLD.cancelled <=> NEW.cancelled) THEN
  UPDATE course_first f SET f.last_element = last_element(f.course) WHERE f.doctor = NEW.doctor;
END IF
//
CREATE OR REPLACE TRIGGER course_first_last_of_more AFTER INSERT ON training_course FOR EACH ROW FOLLOWS course_first_begun
UPDATE course_first f SET f.last_element = last_element(f.course) WHERE f.doctor = NEW.doctor
//
CREATE OR REPLACE TRIGGER course_first_last_of_other AFTER UPDATE ON training_course FOR EACH ROW FOLLOWS course_first_changed
IF OLD.doctor <> NEW.doctor OR OLD.stage <> NEW.stage OR NOT (OLD.specialty <=> NEW.specialty)
   OR NOT (OLD.cancelled <=> NEW.cancelled) THEN
  UPDATE course_first f SET f.last_element = last_element(f.course) WHERE f.doctor IN (OLD.doctor, NEW.doctor);
END IF
//
CREATE OR REPLACE TRIGGER course_first_named AFTER UPDATE ON person FOR EACH ROW
IF BINARY OLD.name <> BINARY NEW.name OR NOT (OLD.gone <=> NEW.gone) THEN
  UPDATE course_first f
     SET f.name = NEW.name, f.gone = NEW.gone IS NOT NULL
   WHERE f.doctor = NEW.id;
END IF
//
CREATE OR REPLACE TRIGGER course_first_placed AFTER UPDATE ON org_unit FOR EACH ROW
IF BINARY OLD.place <> BINARY NEW.place THEN
  UPDATE course_first f
     SET f.place = NEW.place
   WHERE f.org_unit = NEW.id;
END IF
//
