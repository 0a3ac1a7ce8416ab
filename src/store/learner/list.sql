SELECT id, kind, name, avatar, preferences, deleted_on
FROM learner
ORDER BY position
