DELETE FROM code WHERE share = ?1;
