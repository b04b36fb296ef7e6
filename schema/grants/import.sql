-- Lists that are published: read, and added to.  Nothing about people.
GRANT SELECT, INSERT ON curriculum TO 'logbook-import'@'localhost';
GRANT SELECT, INSERT ON competency TO 'logbook-import'@'localhost';
