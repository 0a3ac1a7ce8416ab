DELETE FROM member WHERE share = ?1 AND device = ?2;
