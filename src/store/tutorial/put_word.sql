INSERT INTO word (tutorial_id, lang, key, fluent) VALUES (?1, ?2, ?3, ?4)
