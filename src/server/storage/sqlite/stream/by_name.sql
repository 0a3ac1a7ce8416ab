SELECT id, share, writer, head, digest FROM stream WHERE name = ?1;
