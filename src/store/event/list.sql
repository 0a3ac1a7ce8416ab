SELECT event.stream_id, event.seq, event.bytes
FROM event JOIN stream ON stream.id = event.stream_id
WHERE stream.learner_id = ?1
ORDER BY stream.opened, event.seq
