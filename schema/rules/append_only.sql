-- What is only ever added to: no change, no deletion, whoever asks.  (approval has its own file.)
CREATE OR REPLACE TRIGGER merit_stays BEFORE UPDATE ON merit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'merit: rows are only ever added'
//
CREATE OR REPLACE TRIGGER merit_remains BEFORE DELETE ON merit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'merit: rows are only ever added'
//
CREATE OR REPLACE TRIGGER chain_link_stays BEFORE UPDATE ON chain_link FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_link: rows are only ever added'
//
CREATE OR REPLACE TRIGGER chain_link_remains BEFORE DELETE ON chain_link FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_link: rows are only ever added'
//
CREATE OR REPLACE TRIGGER audit_stays BEFORE UPDATE ON audit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit: rows are only ever added'
//
CREATE OR REPLACE TRIGGER audit_remains BEFORE DELETE ON audit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit: rows are only ever added'
//
CREATE OR REPLACE TRIGGER look_stays BEFORE UPDATE ON look FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'look: rows are only ever added'
//
CREATE OR REPLACE TRIGGER look_remains BEFORE DELETE ON look FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'look: rows are only ever added'
//
CREATE OR REPLACE TRIGGER file_stays BEFORE UPDATE ON file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER file_remains BEFORE DELETE ON file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER file_content_stays BEFORE UPDATE ON file_content FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_content: rows are only ever added'
//
CREATE OR REPLACE TRIGGER file_content_remains BEFORE DELETE ON file_content FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_content: rows are only ever added'
//
CREATE OR REPLACE TRIGGER curriculum_stays BEFORE UPDATE ON curriculum FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'curriculum: rows are only ever added'
//
CREATE OR REPLACE TRIGGER curriculum_remains BEFORE DELETE ON curriculum FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'curriculum: rows are only ever added'
//
CREATE OR REPLACE TRIGGER competency_stays BEFORE UPDATE ON competency FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'competency: rows are only ever added'
//
CREATE OR REPLACE TRIGGER competency_remains BEFORE DELETE ON competency FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'competency: rows are only ever added'
//
-- The end of a chain only moves on, one link at a time.
CREATE OR REPLACE TRIGGER chain_head_moves_on BEFORE UPDATE ON chain_head FOR EACH ROW
BEGIN
  IF NEW.doctor <> OLD.doctor OR NEW.n NOT IN (OLD.n, OLD.n + 1) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_head: only moves on by one';
  END IF;
END
//
CREATE OR REPLACE TRIGGER chain_head_remains BEFORE DELETE ON chain_head FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'chain_head: is never removed'
//
-- A published list is whole: no competency comes to it later.
CREATE OR REPLACE TRIGGER competency_is_of_the_list BEFORE INSERT ON competency FOR EACH ROW
BEGIN
  IF NEW.position < 1 OR NEW.position > (SELECT goals FROM curriculum WHERE id = NEW.curriculum) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'competency: the published list is whole';
  END IF;
END
//
