SELECT state FROM progress WHERE learner_id = ?1 AND tutorial_id = ?2
