SELECT code.share, share.name, code.ends, code.used_by
FROM code JOIN share ON share.id = code.share
WHERE code.code = ?1;
