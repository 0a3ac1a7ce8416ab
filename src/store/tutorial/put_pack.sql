INSERT INTO pack (only, version, digest) VALUES (1, ?1, ?2)
ON CONFLICT (only) DO UPDATE SET version = excluded.version, digest = excluded.digest
