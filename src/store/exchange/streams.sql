SELECT stream.id, stream.ours, stream.next_seq, stream.copied, mark.through, mark.digest
FROM stream LEFT JOIN mark ON mark.stream_id = stream.id
WHERE stream.learner_id = ?1
ORDER BY stream.opened
