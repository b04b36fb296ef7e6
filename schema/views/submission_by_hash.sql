-- Which package the bytes with that hash are of: the ZIP or the closed envelope (sha256), or the PDF in the ZIP.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW submission_by_hash AS
SELECT s.reference, t.sha256, t.pdf_sha256
  FROM submission_step t
  JOIN submission s ON s.id = t.submission;
