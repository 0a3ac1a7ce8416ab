UPDATE learner SET name = ?2, avatar = ?3, preferences = ?4, kind = ?5 WHERE id = ?1
