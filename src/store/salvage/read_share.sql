SELECT id, learner_id, role, standing, seed, claim, next_seed, claim_due, since FROM share
