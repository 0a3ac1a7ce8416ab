SELECT seq, bytes, hash FROM event WHERE stream_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3
