INSERT OR REPLACE INTO rejected (stream_id, seq, code) VALUES (?1, ?2, ?3)
