SELECT count(*) FROM member WHERE share = ?1;
