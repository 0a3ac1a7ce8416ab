SELECT id, learner_id, role, standing, seed, claim, next_seed, claim_due, since FROM share WHERE learner_id = ?1
