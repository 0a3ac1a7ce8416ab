DELETE FROM stream WHERE share = ?1;
