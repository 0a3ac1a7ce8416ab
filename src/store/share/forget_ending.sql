DELETE FROM ending WHERE share_id = ?1
