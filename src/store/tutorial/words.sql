SELECT fluent FROM word WHERE tutorial_id = ?1 AND lang = ?2
