INSERT INTO device (only, bearer, enrolled) VALUES (1, ?1, ?2)
ON CONFLICT (only) DO UPDATE SET bearer = excluded.bearer, enrolled = excluded.enrolled
