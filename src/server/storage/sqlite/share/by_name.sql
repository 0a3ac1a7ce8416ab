SELECT id, claim FROM share WHERE name = ?1;
