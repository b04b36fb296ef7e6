-- Deliveries to the archives: rows that are only ever added, by the program that makes them and no other.
CREATE OR REPLACE TRIGGER archive_delivery_by_account BEFORE INSERT ON archive_delivery FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-archive@%' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_delivery: not for this account to add';
  END IF;
END
//
CREATE OR REPLACE TRIGGER archive_delivery_stays BEFORE UPDATE ON archive_delivery FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_delivery: rows are only ever added'
//
CREATE OR REPLACE TRIGGER archive_delivery_remains BEFORE DELETE ON archive_delivery FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_delivery: rows are only ever added'
//
-- One logbook after another, each of a doctor whose training had ended by then and where the delivery says.
CREATE OR REPLACE TRIGGER archive_logbook_fits BEFORE INSERT ON archive_logbook FOR EACH ROW
BEGIN
  IF USER() LIKE 'logbook-%' AND USER() NOT LIKE 'logbook-archive@%' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_logbook: not for this account to add';
  END IF;
  IF NOT EXISTS (SELECT 1
                   FROM archive_delivery d
                   JOIN archive_doctor a ON a.doctor = NEW.doctor
                  WHERE d.id = NEW.delivery AND NEW.number BETWEEN 1 AND d.logbooks
                    AND a.until <= d.ended_before AND (d.region IS NULL OR a.region = d.region)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_logbook: no logbook of this delivery';
  END IF;
END
//
CREATE OR REPLACE TRIGGER archive_logbook_stays BEFORE UPDATE ON archive_logbook FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_logbook: rows are only ever added'
//
CREATE OR REPLACE TRIGGER archive_logbook_remains BEFORE DELETE ON archive_logbook FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'archive_logbook: rows are only ever added'
//
