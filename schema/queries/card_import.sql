-- card_set_published: the cards of the list that has this code; no row when there is no such list
-- in:   code text
-- out:  curriculum u32, file_sha256 blob?
-- rows: one
-- open: lists are public, and the tool that stores them asks for nobody
SELECT l.id, s.file_sha256
  FROM curriculum l
  LEFT JOIN card_set s ON s.curriculum = l.id
 WHERE l.code = :code;

-- card_set_publish: the cards of a list, with how many will follow in the same transaction
-- in:   curriculum u32, templates u32, file_sha256 blob
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO card_set (curriculum, templates, file_sha256)
VALUES (:curriculum, :templates, :file_sha256);

-- card_template_publish: one card
-- in:   curriculum u32, position u32, code text, title text, method text, scale text, whole bool, guidance text, parts u32
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO card_template (curriculum, position, code, title, method, scale, whole, guidance, parts)
VALUES (:curriculum, :position, :code, :title, :method, :scale, :whole, :guidance, :parts);

-- card_part_publish: one sub-goal of a card
-- in:   template u32, position u32, title text
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO card_part (template, position, title)
VALUES (:template, :position, :title);

-- card_goal_publish: a goal of the list that a card is for
-- in:   template u32, curriculum u32, number text
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO card_goal (template, competency)
SELECT :template, c.id
  FROM competency c
 WHERE c.curriculum = :curriculum
   AND c.number = :number;

-- card_need_publish: what a goal needs of a method before it can be approved
-- in:   curriculum u32, number text, method text, target u32, per_year u32?, by_card bool
-- rows: none
-- open: the tool that stores lists acts for the site, not for a person in a role
INSERT INTO card_need (competency, method, target, per_year, by_card)
SELECT c.id, :method, :target, :per_year, :by_card
  FROM competency c
 WHERE c.curriculum = :curriculum
   AND c.number = :number;

-- card_list_goals: the goals of a list, and how many of which method they ask for
-- in:   curriculum u32
-- out:  number text, methods text, minimum text
-- rows: many
-- open: lists are public, and the tool that stores them asks for nobody
SELECT number, methods, minimum
  FROM competency
 WHERE curriculum = :curriculum
 ORDER BY position;
