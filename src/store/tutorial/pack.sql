SELECT version, digest FROM pack
