INSERT INTO code (code, share, ends) VALUES (?1, ?2, ?3);
