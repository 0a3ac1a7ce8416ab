SELECT share_id, claim, confirmed FROM ending ORDER BY confirmed, share_id
