SELECT rejected.stream_id, rejected.seq, rejected.code
FROM rejected JOIN stream ON stream.id = rejected.stream_id
WHERE stream.learner_id = ?1
