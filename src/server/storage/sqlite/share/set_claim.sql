UPDATE share SET claim = ?2 WHERE id = ?1;
