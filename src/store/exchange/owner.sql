SELECT learner_id, ours FROM stream WHERE id = ?1
