INSERT OR IGNORE INTO device (only, bearer, enrolled) VALUES (?1, ?2, ?3)
