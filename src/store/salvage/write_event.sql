INSERT OR IGNORE INTO event (stream_id, seq, bytes) VALUES (?1, ?2, ?3)
