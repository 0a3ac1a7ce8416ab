DELETE FROM mark WHERE stream_id IN (SELECT id FROM stream WHERE learner_id = ?1 AND ours = 1)
