UPDATE device SET revoked = ?2 WHERE name = ?1;
