UPDATE stream SET head = ?2, digest = ?3, bytes = bytes + ?4 WHERE id = ?1;
