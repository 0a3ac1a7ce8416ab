SELECT tutorial_id, state FROM progress WHERE learner_id = ?1
