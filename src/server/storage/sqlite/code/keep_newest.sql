DELETE FROM code
WHERE share = ?1 AND used_by IS NULL
  AND id NOT IN (SELECT id FROM code WHERE share = ?1 AND used_by IS NULL ORDER BY id DESC LIMIT ?2);
