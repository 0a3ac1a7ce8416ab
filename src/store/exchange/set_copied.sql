UPDATE stream SET copied = max(copied, ?2) WHERE id = ?1
