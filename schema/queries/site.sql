-- settings_all: the settings of the site that somebody has changed
-- in:
-- out:  name text, value text
-- rows: many
-- open: every page names who helps; nothing of a person is in them
SELECT name, value
  FROM setting;
