SELECT device, own, since, removed FROM member WHERE share = ?1 AND device = ?2;
