UPDATE device SET in_use = 1 WHERE id = ?1 AND in_use = 0;
