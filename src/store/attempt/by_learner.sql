SELECT id, learner_id, tutorial_id, pack_version, mode, last_step, steps_done, mistakes, near_misses, hints, paused_at
FROM attempt WHERE learner_id = ?1
ORDER BY touched
