UPDATE code SET used_by = ?2 WHERE code = ?1;
