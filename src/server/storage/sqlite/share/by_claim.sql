SELECT id, name FROM share WHERE claim = ?1 ORDER BY id DESC LIMIT 1;
