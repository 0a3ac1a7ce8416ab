SELECT body FROM step WHERE tutorial_id = ?1 ORDER BY position
