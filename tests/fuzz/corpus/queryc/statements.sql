-- SPDX-License-Identifier: MPL-2.0
--
-- The statements of approvals: a remark, not a header.

-- approvals_waiting: what doctors have asked this person to approve
-- in:   who
-- out:  id u32, doctor text, competency text, asked day, note text?,
--       weight i32?, seen moment?, flag bool, file blob?
-- rows: many
SELECT a.id, p.name, c.title, a.asked, a.note /* it's */, 1*2, NULL, a.x > 0, '\'?:x"' -- that's it
  FROM approval_now a
  JOIN reach r      ON r.viewer = :who AND r.element = a.element AND r.may_approve
 WHERE a.status = 'REQUESTED' AND a.d <= :today
 ORDER BY a.asked, a.id;

-- approval_decide: answer a request, once, by someone whose reach it is within
-- in:   who, id u32, status text, remark text?, day day?, w u32?, ok bool?
-- chain: approval
-- rows: none
INSERT INTO approval (answers, doctor, competency, element, status, given_by, remark, d, at, w, o)
SELECT a.id, a.doctor, a.competency, a.element, :status, :as, :remark, :day, :now, :w, :ok
  FROM approval_now a
  JOIN reach r ON r.viewer = :who AND r.element = a.element AND r.may_approve
 WHERE a.id = :id
   AND a.status = 'REQUESTED';

-- session_find: find it */ /* ha
-- in: token blob, now moment
-- open: nobody is asking yet
-- out: person u32
-- rows: one
SELECT person FROM session WHERE token = :token AND ends > :now;
