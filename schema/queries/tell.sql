-- notice_put: somebody is told something; not twice on the same day while it has not been seen
-- in:   person u32, kind text, about u32?, place text, link text, since moment, now moment
-- rows: none
-- open: called by record/tell.c alone, in the transaction of what it tells of
INSERT INTO notice (person, kind, about, place, link, made)
SELECT :person, :kind, :about, :place, :link, :now
 WHERE NOT EXISTS (SELECT 1
                     FROM notice n
                    WHERE n.person = :person AND n.kind = :kind AND n.about <=> :about
                      AND n.place = :place AND n.link = :link AND n.seen IS NULL AND n.made > :since);

-- mail_put: a mail that waits for the clock
-- in:   person u32, address text, kind text, subject text, sealed blob, now moment
-- rows: none
-- open: called by record/tell.c alone, in the transaction of what it tells of
INSERT INTO mail (person, address, kind, subject, sealed, made, next_try)
VALUES (:person, :address, :kind, :subject, :sealed, :now, :now);

-- text_message_put: a message to a mobile that waits for the clock
-- in:   person u32, mobile text, sealed blob, expires moment, now moment
-- rows: none
-- open: called by record/tell.c alone, in the transaction of what it tells of
INSERT INTO text_message (person, mobile, sealed, made, expires, next_try)
VALUES (:person, :mobile, :sealed, :now, :expires, :now);
