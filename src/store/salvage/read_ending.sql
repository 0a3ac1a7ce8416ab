SELECT share_id, claim FROM ending
