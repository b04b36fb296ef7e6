-- package_by_reference: what anybody may know of a package whose reference they have
-- in:   reference text
-- out:  reference text, kind text, part text, status text, built moment, sent moment?, package_sha256 blob, pdf_sha256 blob, envelope_sha256 blob?, sign_key u32, superseded moment?
-- rows: one
-- open: public: it holds nothing of a person, and a reference is not to be guessed
SELECT v.reference, v.kind, v.part, v.status, v.built, v.sent, v.package_sha256, v.pdf_sha256, v.envelope_sha256,
       v.sign_key, v.superseded
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
