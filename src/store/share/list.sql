SELECT share.id, share.learner_id, share.role, share.standing, share.seed, share.claim, share.next_seed, share.claim_due,
    share.since
FROM share JOIN learner ON learner.id = share.learner_id
WHERE learner.deleted_on IS NULL
ORDER BY learner.position
