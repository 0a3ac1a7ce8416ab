SELECT id, revoked FROM device WHERE bearer = ?1;
