SELECT id, learner_id, opened, next_seq FROM stream
