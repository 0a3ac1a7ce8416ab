INSERT INTO attempt
    (id, learner_id, tutorial_id, pack_version, mode, last_step, steps_done, mistakes, near_misses, hints, paused_at, touched)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, (SELECT coalesce(max(touched), 0) + 1 FROM attempt))
ON CONFLICT (id) DO UPDATE SET
    last_step = excluded.last_step,
    steps_done = excluded.steps_done,
    mistakes = excluded.mistakes,
    near_misses = excluded.near_misses,
    hints = excluded.hints,
    paused_at = excluded.paused_at,
    touched = excluded.touched
