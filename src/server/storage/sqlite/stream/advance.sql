UPDATE stream SET head = ?2, digest = ?3 WHERE id = ?1;
