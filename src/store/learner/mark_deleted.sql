UPDATE learner SET deleted_on = ?2, overdue_seen_on = NULL WHERE id = ?1
