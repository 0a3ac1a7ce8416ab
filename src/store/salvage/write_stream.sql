INSERT OR IGNORE INTO stream (id, learner_id, opened, next_seq, ours) VALUES (?1, ?2, ?3, ?4, 0)
