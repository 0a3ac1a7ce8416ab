DELETE FROM code WHERE share = ?1 AND used_by = ?2;
