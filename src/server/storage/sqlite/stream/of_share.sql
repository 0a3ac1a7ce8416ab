SELECT id, share, writer, head, digest, name FROM stream WHERE share = ?1 ORDER BY id;
