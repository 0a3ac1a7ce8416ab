UPDATE ending SET confirmed = 1 WHERE share_id = ?1
