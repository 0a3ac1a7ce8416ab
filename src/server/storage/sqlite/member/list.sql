SELECT member.device, member.own, member.since, member.removed, device.name
FROM member JOIN device ON device.id = member.device
WHERE member.share = ?1
ORDER BY member.id;
