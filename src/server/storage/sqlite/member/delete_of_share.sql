DELETE FROM member WHERE share = ?1;
