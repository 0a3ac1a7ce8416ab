UPDATE stream SET ours = 0 WHERE id = ?1
