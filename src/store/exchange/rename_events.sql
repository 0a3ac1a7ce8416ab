UPDATE event SET stream_id = ?2 WHERE stream_id = ?1
