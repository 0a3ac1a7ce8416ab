SELECT count(*), coalesce(sum(head), 0), coalesce(sum(bytes), 0) FROM stream WHERE writer = ?1;
