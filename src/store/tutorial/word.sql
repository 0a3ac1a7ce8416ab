SELECT tutorial_id, fluent FROM word WHERE lang = ?1 AND key = ?2
