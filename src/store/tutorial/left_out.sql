SELECT name, reason FROM left_out ORDER BY name
