INSERT INTO step (tutorial_id, position, body) VALUES (?1, ?2, ?3)
