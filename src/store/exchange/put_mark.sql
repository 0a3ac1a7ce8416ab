INSERT INTO mark (stream_id, through, digest) VALUES (?1, ?2, ?3)
ON CONFLICT (stream_id) DO UPDATE SET through = excluded.through, digest = excluded.digest
