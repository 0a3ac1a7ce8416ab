SELECT count(*) FROM member WHERE device = ?1;
