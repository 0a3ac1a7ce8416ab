UPDATE ending SET confirmed = ?2 WHERE share_id = ?1
