SELECT id, next_seq FROM stream
WHERE learner_id = ?1 AND ours = 1
ORDER BY opened DESC
LIMIT 1
