SELECT id, kind, name, avatar, preferences, position, deleted_on, overdue_seen_on FROM learner
