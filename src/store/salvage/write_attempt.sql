INSERT OR IGNORE INTO attempt
    (id, learner_id, tutorial_id, pack_version, mode, last_step, steps_done, mistakes, near_misses, hints, paused_at, touched)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
