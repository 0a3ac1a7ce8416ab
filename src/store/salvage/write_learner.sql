INSERT OR IGNORE INTO learner (id, kind, name, avatar, preferences, position, deleted_on, overdue_seen_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
