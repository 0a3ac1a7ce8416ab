INSERT INTO share (id, learner_id, role, standing, seed, claim, next_seed, claim_due, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    learner_id = excluded.learner_id, role = excluded.role, standing = excluded.standing, seed = excluded.seed,
    claim = excluded.claim, next_seed = excluded.next_seed, claim_due = excluded.claim_due
