UPDATE learner SET deleted_on = NULL, overdue_seen_on = NULL WHERE id = ?1
