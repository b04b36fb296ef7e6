-- Whether an element's attestation has changed ground (time_changed) is asked by the element alone: without this
-- key all attestations of the country were read for each element of a page.

ALTER TABLE attestation_now
  ADD KEY (element);
