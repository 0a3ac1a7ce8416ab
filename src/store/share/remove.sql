DELETE FROM share WHERE id = ?1
