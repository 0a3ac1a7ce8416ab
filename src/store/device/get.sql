SELECT bearer, enrolled FROM device WHERE only = 1
