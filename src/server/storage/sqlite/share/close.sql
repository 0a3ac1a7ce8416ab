UPDATE share SET claim = NULL WHERE id = ?1;
