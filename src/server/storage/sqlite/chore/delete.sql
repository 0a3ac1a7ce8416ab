DELETE FROM chore WHERE name = ?1;
