-- package_by_reference: what anybody may know of a package whose reference they have
-- in:   reference text
-- out:  reference text, kind text, part text, status text, built moment?, sent moment?, package_sha256 blob?, pdf_sha256 blob?, envelope_sha256 blob?, sign_key u32?, superseded moment?, replaced text?
-- rows: one
-- open: public: it holds nothing of a person, and a reference is not to be guessed
SELECT v.reference, v.kind, v.part, v.status, v.built, v.sent, v.package_sha256, v.pdf_sha256, v.envelope_sha256,
       v.sign_key, v.superseded, v.replaced
  FROM submission_public v
 WHERE v.reference = :reference;

-- package_by_hash: the same, from the bytes of the ZIP, of the PDF in it, or of the closed envelope
-- in:   sha256 blob
-- out:  reference text
-- rows: one
-- open: public: it holds nothing of a person, and the bytes are not to be guessed
SELECT s.reference
  FROM submission_by_hash s
 WHERE s.sha256 = :sha256 OR s.pdf_sha256 = :sha256
 LIMIT 1;

-- verify_asks: how many questions came from one network of late
-- in:   network blob, since moment
-- out:  n i64
-- rows: one
-- open: nobody is logged in; only how often was asked
SELECT COUNT(*)
  FROM verify_ask
 WHERE network = :network AND at > :since;

-- verify_ask_add: one more
-- in:   network blob, now moment
-- rows: none
-- open: nobody is logged in; only how often was asked
INSERT INTO verify_ask (network, at)
VALUES (:network, :now);

-- verify_ask_forget: those that no longer count
-- in:   before moment
-- rows: none
-- open: nobody is logged in; only how often was asked
DELETE FROM verify_ask
 WHERE at < :before;
