INSERT INTO stream (name, share, writer, digest) VALUES (?1, ?2, ?3, zeroblob(16));
