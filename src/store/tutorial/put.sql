INSERT OR REPLACE INTO tutorial (id, system, position, header) VALUES (?1, ?2, ?3, ?4)
