INSERT INTO stream (id, learner_id, opened, ours)
VALUES (?1, ?2, (SELECT coalesce(max(opened), 0) + 1 FROM stream WHERE learner_id = ?2), 0)
