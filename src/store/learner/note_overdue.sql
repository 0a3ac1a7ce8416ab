UPDATE learner SET overdue_seen_on = ?1
WHERE deleted_on IS NOT NULL AND deleted_on <= ?2 AND overdue_seen_on IS NULL
