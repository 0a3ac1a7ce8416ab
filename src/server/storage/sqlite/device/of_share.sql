SELECT device FROM member WHERE share = ?1
UNION
SELECT writer FROM stream WHERE share = ?1;
