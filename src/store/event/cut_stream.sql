UPDATE stream SET next_seq = ?2 + 1, copied = min(copied, ?2) WHERE id = ?1
