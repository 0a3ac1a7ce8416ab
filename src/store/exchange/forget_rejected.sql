DELETE FROM rejected WHERE stream_id = ?1
