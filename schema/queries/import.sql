-- curriculum_published: the list that has this code
-- in:   code text
-- out:  id u32, file_sha256 blob, goals u32
-- rows: one
-- open: lists are public, and the tool that stores them asks for nobody
SELECT id, file_sha256, goals
  FROM curriculum
 WHERE code = :code;

-- curriculum_publish: a new list, with how many competencies will follow in the same transaction
-- in:   code text, title text, stage text, specialty text, version text, cutoff_basis text, cutoff_date day, source text, demo bool, goals u32, file_sha256 blob
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO curriculum (code, title, stage, specialty, version, cutoff_basis, cutoff_date, source,
                        demo, goals, file_sha256)
VALUES (:code, :title, :stage, :specialty, :version, :cutoff_basis, :cutoff_date, :source,
        :demo, :goals, :file_sha256);

-- competency_publish: one competency of the list that the same transaction has just added
-- in:   curriculum u32, position u32, number text, heading text, title text, clarification text, strategy text, methods text, minimum text, assess_when text, placement text, approver_rule text
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO competency (curriculum, position, number, heading, title, clarification, strategy,
                        methods, minimum, assess_when, placement, approver_rule)
VALUES (:curriculum, :position, :number, :heading, :title, :clarification, :strategy,
        :methods, :minimum, :assess_when, :placement, :approver_rule);
