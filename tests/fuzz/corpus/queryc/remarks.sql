-- a remark: and a blank line

-- f: g */ ??/ "\
-- in: a_b u32?, c blob
-- open: x
-- rows: none
INSERT INTO t (a, `;b`) # it's
VALUES (:a_b, /* ' " */ '\';', "''", .5*2e1, :c)-- end
;
