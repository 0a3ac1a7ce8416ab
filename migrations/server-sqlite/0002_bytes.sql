-- What a stream takes, so that quotas need not look through its segments: the bytes of their bodies, and 64 for each
-- row and its index.
ALTER TABLE stream ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0);
UPDATE stream SET bytes = (
    SELECT coalesce(sum(length(segment.body) + 64), 0) FROM segment WHERE segment.stream = stream.id
);
