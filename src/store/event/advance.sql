UPDATE stream SET next_seq = ?2 WHERE id = ?1
