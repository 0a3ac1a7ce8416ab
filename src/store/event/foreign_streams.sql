SELECT id FROM stream WHERE learner_id = ?1 AND ours = 0 ORDER BY opened
