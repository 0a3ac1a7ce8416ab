DELETE FROM learner
WHERE deleted_on IS NOT NULL AND deleted_on <= ?2 AND overdue_seen_on IS NOT NULL AND overdue_seen_on < ?1
