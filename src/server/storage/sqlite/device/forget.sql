DELETE FROM device
WHERE id = ?1 AND revoked = 0
  AND NOT EXISTS (SELECT 1 FROM member WHERE member.device = device.id)
  AND NOT EXISTS (SELECT 1 FROM stream WHERE stream.writer = device.id)
  AND NOT EXISTS (SELECT 1 FROM code WHERE code.used_by = device.id);
