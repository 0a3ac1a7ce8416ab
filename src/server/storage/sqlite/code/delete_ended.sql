DELETE FROM code WHERE ends < ?1;
