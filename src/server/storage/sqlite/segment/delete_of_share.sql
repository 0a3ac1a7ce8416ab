DELETE FROM segment WHERE stream IN (SELECT id FROM stream WHERE share = ?1);
