SELECT id, kind, name, avatar, preferences, deleted_on FROM learner WHERE id = ?1
