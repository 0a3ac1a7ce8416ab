INSERT INTO member (share, device, own, since, removed) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (share, device) DO UPDATE SET own = excluded.own, since = excluded.since, removed = excluded.removed;
