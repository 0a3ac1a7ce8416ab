INSERT OR IGNORE INTO ending (share_id, claim)
SELECT id, claim FROM share WHERE learner_id = ?1 AND standing = 'open'
