INSERT INTO event (stream_id, seq, bytes, hash) VALUES (?1, ?2, ?3, ?4)
