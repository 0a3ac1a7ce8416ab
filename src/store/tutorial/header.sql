SELECT header FROM tutorial WHERE id = ?1
