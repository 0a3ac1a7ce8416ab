INSERT INTO progress (learner_id, tutorial_id, state) VALUES (?1, ?2, ?3)
ON CONFLICT (learner_id, tutorial_id) DO UPDATE SET state = excluded.state
