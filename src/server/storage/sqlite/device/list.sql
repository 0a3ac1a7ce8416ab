SELECT
    device.name,
    device.enrolled,
    device.revoked,
    (SELECT count(*) FROM member WHERE member.device = device.id AND member.removed = 0),
    (SELECT coalesce(sum(stream.head), 0) FROM stream WHERE stream.writer = device.id),
    (
        SELECT coalesce(sum(length(segment.body)), 0)
        FROM stream JOIN segment ON segment.stream = stream.id
        WHERE stream.writer = device.id
    ) AS bytes
FROM device
WHERE ?1 IS NULL OR device.id IN (
    SELECT member.device FROM member JOIN share ON share.id = member.share WHERE share.name = ?1
)
ORDER BY bytes DESC, device.id DESC
LIMIT ?2;
