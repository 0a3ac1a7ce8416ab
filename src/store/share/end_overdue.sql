INSERT OR IGNORE INTO ending (share_id, claim)
SELECT share.id, share.claim
FROM share JOIN learner ON learner.id = share.learner_id
WHERE share.standing = 'open' AND learner.deleted_on IS NOT NULL AND learner.deleted_on <= ?2
    AND learner.overdue_seen_on IS NOT NULL AND learner.overdue_seen_on < ?1
