INSERT INTO segment (stream, first, events, before, dictionary, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
