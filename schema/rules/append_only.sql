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
CREATE OR REPLACE TRIGGER person_merge_stays BEFORE UPDATE ON person_merge FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_merge: rows are only ever added'
//
CREATE OR REPLACE TRIGGER person_merge_remains BEFORE DELETE ON person_merge FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_merge: rows are only ever added'
//
CREATE OR REPLACE TRIGGER curriculum_move_stays BEFORE UPDATE ON curriculum_move FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'curriculum_move: rows are only ever added'
//
CREATE OR REPLACE TRIGGER curriculum_move_remains BEFORE DELETE ON curriculum_move FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'curriculum_move: rows are only ever added'
//
CREATE OR REPLACE TRIGGER element_change_stays BEFORE UPDATE ON element_change FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element_change: rows are only ever added'
//
CREATE OR REPLACE TRIGGER element_change_remains BEFORE DELETE ON element_change FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element_change: rows are only ever added'
//
-- (Whom a preview shows as new is nobody yet, and somebody once it has been carried out.)
CREATE OR REPLACE TRIGGER import_line_stays BEFORE UPDATE ON import_line FOR EACH ROW
BEGIN
  IF NOT (OLD.what = 'NY' AND OLD.person IS NULL AND NEW.person IS NOT NULL
          AND NEW.run = OLD.run AND NEW.n = OLD.n AND NEW.line = OLD.line AND NEW.what = OLD.what
          AND NEW.label = OLD.label AND NEW.detail = OLD.detail) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_line: rows are only ever added';
  END IF;
END
//
CREATE OR REPLACE TRIGGER import_line_remains BEFORE DELETE ON import_line FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_line: rows are only ever added'
//
CREATE OR REPLACE TRIGGER import_step_stays BEFORE UPDATE ON import_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_step: rows are only ever added'
//
CREATE OR REPLACE TRIGGER import_step_remains BEFORE DELETE ON import_step FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_step: rows are only ever added'
//
CREATE OR REPLACE TRIGGER import_file_stays BEFORE UPDATE ON import_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_file: rows are only ever added'
//
CREATE OR REPLACE TRIGGER import_file_remains BEFORE DELETE ON import_file FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_file: rows are only ever added'
//
-- Roles and delegations are ended, never deleted, and never become somebody else's or another place's.
-- (A role that an import made follows what the import tells of its first and last day: which these are,
-- user_role_kept_by_clock says.)
CREATE OR REPLACE TRIGGER user_role_remains BEFORE DELETE ON user_role FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: is ended, never deleted'
//
CREATE OR REPLACE TRIGGER user_role_only_ends BEFORE UPDATE ON user_role FOR EACH ROW
BEGIN
  IF NOT (NEW.role = OLD.role AND NEW.org_unit <=> OLD.org_unit AND NEW.region <=> OLD.region
          AND NEW.specialty <=> OLD.specialty AND NEW.course <=> OLD.course
          AND NEW.given_by <=> OLD.given_by AND NEW.made_at <=> OLD.made_at)
     OR (USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-clock@%' AND NOT (NEW.since = OLD.since AND NEW.until <= OLD.until)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'user_role: is ended, never changed';
  END IF;
END
//
CREATE OR REPLACE TRIGGER delegation_remains BEFORE DELETE ON delegation FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: is ended, never deleted'
//
CREATE OR REPLACE TRIGGER delegation_only_ends BEFORE UPDATE ON delegation FOR EACH ROW
BEGIN
  IF NOT (NEW.held = OLD.held AND NEW.doctor = OLD.doctor AND NEW.since = OLD.since
          AND NEW.given_by = OLD.given_by AND NEW.until <= OLD.until) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'delegation: is ended, never changed';
  END IF;
END
//
-- What was moved, cancelled or taken back is marked so; the rows stay.
CREATE OR REPLACE TRIGGER person_remains BEFORE DELETE ON person FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person: is never deleted'
//
CREATE OR REPLACE TRIGGER training_course_remains BEFORE DELETE ON training_course FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'training_course: is cancelled, never deleted'
//
CREATE OR REPLACE TRIGGER element_remains BEFORE DELETE ON element FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'element: is cancelled, never deleted'
//
CREATE OR REPLACE TRIGGER agreement_remains BEFORE DELETE ON agreement FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'agreement: is never deleted'
//
CREATE OR REPLACE TRIGGER import_run_remains BEFORE DELETE ON import_run FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'import_run: is never deleted'
//
CREATE OR REPLACE TRIGGER org_unit_remains BEFORE DELETE ON org_unit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'org_unit: is ended, never deleted'
//
CREATE OR REPLACE TRIGGER reset_stays BEFORE UPDATE ON reset FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: rows are only ever added'
//
CREATE OR REPLACE TRIGGER reset_remains BEFORE DELETE ON reset FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reset: rows are only ever added'
//
CREATE OR REPLACE TRIGGER absence_remains BEFORE DELETE ON absence FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence: is taken out, never deleted'
//
