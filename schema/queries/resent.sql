-- resent_of: what of the package that was sent was reset since, each once, and where it stands now (R-NUL-07); letter and row are how an order names it, first is when the package's was approved, going that a supplement with it is under way or sent
-- in:   who, kind text
-- out:  letter text, row u32, title text, about text, status text, basis text, by_name text, as_role text, place text, at moment, first moment, struck moment, restruck moment, words text?, merit u32?, file u32?, going bool
-- rows: many
SELECT x.letter, x.row_id, x.title, x.about, x.status, x.basis, x.by_name, x.as_role, x.place, x.at, x.first, x.struck, x.restruck,
       x.words, CAST(x.merit AS UNSIGNED), x.file,
       EXISTS (SELECT 1
                 FROM submission e
                 JOIN submission_now en ON en.submission = e.id AND en.status IN ('ORDERED', 'BUILT', 'SENT')
                WHERE e.main = x.main
                  AND (FIND_IN_SET(CONCAT(x.letter, x.row_id), REPLACE(e.attestations, ' ', ','))
                       OR (x.letter = 'T' AND FIND_IN_SET(x.row_id, REPLACE(e.attestations, ' ', ',')))))
  FROM (SELECT n.submission AS main, 'K' AS letter, k.approval AS row_id, CONCAT(c.number, ' ', c.title) AS title,
               CONCAT(l.title, ', version ', l.version) AS about, k.status, k.kind AS basis, k.by_name, k.as_role, k.place, k.at,
               MIN(a.at) AS first, MIN(r.at) AS struck, MAX(r.at) AS restruck, m.note AS words, k.merit, m.letter AS file
          FROM submission_now n
          JOIN reset r        ON r.doctor = n.doctor AND r.at >= n.built AND r.kind IN ('APPROVAL', 'MERIT')
          JOIN approval a     ON a.doctor = r.doctor AND a.status = 'APPROVED'
                             AND ((r.kind = 'APPROVAL' AND a.id = r.row_id) OR (r.kind = 'MERIT' AND a.merit = r.row_id))
          JOIN approval_now k ON k.doctor = a.doctor AND k.competency = a.competency
          JOIN competency c   ON c.id = k.competency
          JOIN curriculum l   ON l.id = c.curriculum
          LEFT JOIN merit m   ON m.id = k.merit
         WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1 AND n.status = 'SENT'
           AND (l.stage IS NULL OR (l.stage = 'KBU') = (n.kind = 'PRACTICE'))
         GROUP BY n.submission, n.built, k.approval, c.number, c.title, l.title, l.version, k.status, k.kind, k.by_name, k.as_role, k.place, k.at,
                  m.note, k.merit, m.letter
        HAVING MIN(a.at) <= n.built
         UNION ALL
        SELECT n.submission, 'C', k.record, d.name, '', k.status, k.kind, s.by_name, s.as_role, s.place, s.at,
               MIN(a.at), MIN(r.at), MAX(r.at), s.words, x.merit, s.file
          FROM submission_now n
          JOIN reset r              ON r.doctor = n.doctor AND r.at >= n.built AND r.kind IN ('COURSE', 'MERIT')
          JOIN course_record a      ON a.doctor = r.doctor AND a.status = 'APPROVED'
                                   AND ((r.kind = 'COURSE' AND a.id = r.row_id)
                                        OR (r.kind = 'MERIT' AND EXISTS (SELECT 1 FROM merit_course y
                                                                          WHERE y.doctor = r.doctor AND y.merit = r.row_id AND y.record = a.id)))
          JOIN course_record_now k  ON k.doctor = a.doctor AND k.course = a.course
          JOIN course_record s      ON s.id = k.record
          JOIN course_def d         ON d.id = k.course
          LEFT JOIN merit_course x  ON x.doctor = k.doctor AND x.record = k.record
         WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1 AND n.status = 'SENT'
         GROUP BY n.submission, n.built, k.record, d.name, k.status, k.kind, s.by_name, s.as_role, s.place, s.at, s.words, x.merit, s.file
        HAVING MIN(a.at) <= n.built
         UNION ALL
        SELECT n.submission, 'T', k.attestation,
               CONCAT(IF(k.kind = 'TIME', 'Attestation for tid: ', 'Attestation for læringsmål: '), u.place), '',
               k.status, k.basis, k.by_name, k.as_role, k.place, k.at, MIN(a.at), MIN(r.at), MAX(r.at), NULL, NULL, s.paper
          FROM submission_now n
          JOIN reset r           ON r.doctor = n.doctor AND r.at >= n.built AND r.kind = 'ATTESTATION'
          JOIN attestation a     ON a.id = r.row_id AND a.doctor = r.doctor
          JOIN attestation_now k ON k.doctor = a.doctor AND k.element = a.element AND k.kind = a.kind
          JOIN attestation s     ON s.id = k.attestation
          JOIN org_unit u        ON u.id = k.org_unit
         WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1 AND n.status = 'SENT'
           AND (a.stage IS NULL OR (a.stage = 'KBU') = (n.kind = 'PRACTICE'))
         GROUP BY n.submission, n.built, k.attestation, k.kind, u.place, k.status, k.basis, k.by_name, k.as_role, k.place, k.at, s.paper
        HAVING MIN(a.at) <= n.built
         UNION ALL
        SELECT n.submission, 'R', k.research, o.title, '', k.status, k.kind, k.by_name, k.as_role, k.place, k.at,
               MIN(a.at), MIN(r.at), MAX(r.at), IF(s.ground IS NULL, NULL, s.words), NULL, s.file
          FROM submission_now n
          JOIN reset r         ON r.doctor = n.doctor AND r.at >= n.built AND r.kind = 'RESEARCH'
          JOIN research a      ON a.id = r.row_id AND a.doctor = r.doctor
          JOIN research_now k  ON k.doctor = a.doctor AND k.part = a.part
          JOIN research s      ON s.id = k.research
          JOIN research_part o ON o.id = k.part
         WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1 AND n.status = 'SENT' AND n.kind = 'SPECIALIST'
         GROUP BY n.submission, n.built, k.research, o.title, k.status, k.kind, k.by_name, k.as_role, k.place, k.at, s.ground, s.words, s.file
        HAVING MIN(a.at) <= n.built
         UNION ALL
        SELECT n.submission, 'M', COALESCE(k.id, MAX(a.id)), 'Merit uden kompetence', '', IF(k.id IS NULL, 'RESET', 'APPROVED'), 'MERIT',
               COALESCE(k.by_name, ''), COALESCE(k.as_role, ''), COALESCE(k.place, ''), COALESCE(k.at, MAX(a.at)),
               MIN(a.at), MIN(r.at), MAX(r.at), k.note, k.id, k.letter
          FROM submission_now n
          JOIN reset r      ON r.doctor = n.doctor AND r.at >= n.built AND r.kind = 'MERIT'
          JOIN merit a      ON a.id = r.row_id AND a.doctor = r.doctor AND a.at <= n.built
          LEFT JOIN merit k ON k.id = (SELECT MAX(o.id)
                                         FROM merit o
                                        WHERE o.doctor = n.doctor AND o.at >= n.built
                                          AND NOT EXISTS (SELECT 1 FROM reset z WHERE z.kind = 'MERIT' AND z.row_id = o.id)
                                          AND NOT EXISTS (SELECT 1 FROM approval y WHERE y.merit = o.id)
                                          AND NOT EXISTS (SELECT 1 FROM merit_course y WHERE y.doctor = o.doctor AND y.merit = o.id))
         WHERE n.doctor = :who AND n.kind = :kind AND n.live = 1 AND n.status = 'SENT'
           AND NOT EXISTS (SELECT 1 FROM approval y WHERE y.merit = a.id)
           AND NOT EXISTS (SELECT 1 FROM merit_course y WHERE y.doctor = a.doctor AND y.merit = a.id)
         GROUP BY n.submission, k.id, k.by_name, k.as_role, k.place, k.at, k.note, k.letter) x
 ORDER BY FIELD(x.letter, 'K', 'C', 'R', 'T', 'M'), x.first, x.title;
