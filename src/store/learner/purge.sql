DELETE FROM learner WHERE id = ?1 AND deleted_on IS NOT NULL
