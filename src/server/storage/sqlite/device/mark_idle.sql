UPDATE device SET in_use = 0
WHERE id IN (SELECT device FROM member WHERE share = ?1)
  AND revoked = 0
  AND NOT EXISTS (SELECT 1 FROM member WHERE member.device = device.id AND member.share <> ?1)
  AND NOT EXISTS (SELECT 1 FROM stream WHERE stream.writer = device.id AND stream.share <> ?1);
