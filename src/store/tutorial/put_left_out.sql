INSERT OR REPLACE INTO left_out (name, reason) VALUES (?1, ?2)
