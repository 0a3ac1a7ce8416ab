SELECT stream_id, seq, bytes FROM event ORDER BY stream_id, seq
