-- chain_lock: take the lock of a doctor's chain, beginning it when there is none
-- in:   doctor u32, zero blob
-- rows: none
-- open: follows a row that was added within reach
INSERT INTO chain_head (doctor, n, hash, seal)
VALUES (:doctor, 0, :zero, :zero)
    ON DUPLICATE KEY UPDATE n = n;

-- chain_end: where the locked chain ends
-- in:   doctor u32
-- out:  n u32, hash blob, seal blob
-- rows: one
-- open: follows a row that was added within reach
SELECT n, hash, seal
  FROM chain_head
 WHERE doctor = :doctor;

-- chain_add: one link more
-- in:   doctor u32, n u32, kind text, row_id u32, hash blob
-- rows: none
-- open: follows a row that was added within reach
INSERT INTO chain_link (doctor, n, kind, row_id, hash)
VALUES (:doctor, :n, :kind, :row_id, :hash);

-- chain_move: the head goes on to the new link
-- in:   doctor u32, n u32, hash blob, seal blob
-- rows: none
-- open: follows a row that was added within reach
UPDATE chain_head
   SET n = :n, hash = :hash, seal = :seal
 WHERE doctor = :doctor;

