SELECT first, events, before, dictionary, body FROM segment
WHERE stream = ?1 AND first <= ?2
ORDER BY first DESC LIMIT 1;
