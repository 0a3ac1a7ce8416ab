SELECT body FROM screen WHERE tutorial_id = ?1 ORDER BY position
