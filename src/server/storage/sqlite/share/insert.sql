INSERT INTO share (name, claim) VALUES (?1, ?2);
