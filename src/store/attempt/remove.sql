DELETE FROM attempt WHERE id = ?1
