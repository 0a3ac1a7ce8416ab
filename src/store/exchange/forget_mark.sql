DELETE FROM mark WHERE stream_id = ?1
