-- Which competencies are due in an element is asked by pages of everybody: what goal_due would read and
-- compute for each goal anew stands beside the goal, and beside the latest step.

ALTER TABLE competency
  ADD COLUMN due_in SMALLINT UNSIGNED
    AS (CASE WHEN placement REGEXP '(^|[^0-9])[0-9]{1,3}[.] *(delforløb|ansættelse)[^0-9]*$'
             THEN CAST(REGEXP_SUBSTR(REGEXP_SUBSTR(placement, '[0-9]{1,3}[.] *(delforløb|ansættelse)[^0-9]*$'), '^[0-9]+') AS UNSIGNED)
        END) PERSISTENT
    COMMENT 'the element that placement names last: 3 of "1. og 3. delforløb"; NULL where it names none by number',
  ADD KEY due (curriculum, position, due_in);

ALTER TABLE approval_now
  ADD COLUMN curriculum INT UNSIGNED NOT NULL COMMENT 'of the competency: what is approved of a list is counted by key' AFTER competency,
  ADD COLUMN element INT UNSIGNED NULL COMMENT 'as in approval' AFTER kind;
UPDATE approval_now n
  JOIN approval a   ON a.id = n.approval
  JOIN competency c ON c.id = n.competency
   SET n.element = a.element, n.curriculum = c.curriculum;
ALTER TABLE approval_now
  ADD KEY of_list (doctor, curriculum, status);

ALTER TABLE course_first
  ADD COLUMN last_element INT UNSIGNED NULL COMMENT 'of the whole training (doctor, stage, specialty) the element that is to be and ends last; NULL where there is none';
UPDATE course_first f
   SET f.last_element = (SELECT e.id
                           FROM training_course w
                           JOIN element e ON e.course = w.id AND e.cancelled IS NULL
                          WHERE w.doctor = f.doctor AND w.stage = f.stage AND w.specialty <=> f.specialty
                            AND (w.cancelled IS NULL OR w.id = f.course)
                          ORDER BY e.until DESC, e.id DESC
                          LIMIT 1);

-- Whether a doctor is of a region (reach), from the key alone.
ALTER TABLE training_course
  ADD KEY of_doctor (doctor, region),
  DROP KEY doctor;
