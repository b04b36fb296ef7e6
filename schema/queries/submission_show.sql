-- submission_steps: the story of an order of a doctor within reach
-- in:   who, submission u32
-- out:  status text, words text?, by_name text, at moment
-- rows: many
SELECT t.status, t.words, t.by_name, t.at
  FROM submission_step t
 WHERE t.submission = :submission
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = t.doctor
                  AND r.role IN ('UL', 'VUS') AND :today >= r.since AND :today < r.until)
 ORDER BY t.step;

-- submission_files: what lies in it
-- in:   who, submission u32
-- out:  name text, title text, size u32, sha256 blob
-- rows: many
SELECT f.name, f.title, f.size, f.sha256
  FROM submission_now n
  JOIN submission_file f ON f.submission = n.submission
 WHERE n.submission = :submission
   AND EXISTS (SELECT 1
                 FROM reach r
                WHERE r.viewer = :who AND r.held = :as AND r.doctor = n.doctor
                  AND r.role IN ('UL', 'VUS') AND :today >= r.since AND :today < r.until)
 ORDER BY f.n;
