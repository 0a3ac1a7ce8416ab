INSERT OR IGNORE INTO share (id, learner_id, role, standing, seed, claim, next_seed, claim_due, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
