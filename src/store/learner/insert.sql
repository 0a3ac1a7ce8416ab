INSERT INTO learner (id, kind, name, avatar, preferences, position)
VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(position), 0) + 1 FROM learner))
