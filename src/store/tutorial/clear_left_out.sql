DELETE FROM left_out
