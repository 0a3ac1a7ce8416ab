INSERT OR IGNORE INTO ending (share_id, claim) VALUES (?1, ?2)
