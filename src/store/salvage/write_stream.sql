INSERT OR IGNORE INTO stream (id, learner_id, opened, next_seq) VALUES (?1, ?2, ?3, ?4)
