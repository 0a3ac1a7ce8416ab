SELECT version FROM fold
