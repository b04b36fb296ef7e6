-- What of a sent package was reset since and is approved again goes along with Eftersend (R-NUL-07): it stands beside
-- the attestations that were given since.

ALTER TABLE submission
  MODIFY attestations VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'of an EXTRA: approved rows, with a space between, so that the chain holds them: an attestation of time that was given since by its id alone; what replaces something that was reset with a letter before it: T attestation, K approval of a competency, C course, R part of research training, M merit';
