INSERT INTO device (name, bearer, enrolled) VALUES (?1, ?2, ?3);
