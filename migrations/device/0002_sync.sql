-- Sharing with a server: consent, how far it has which events, and what must still be told it.

-- 0: another device writes this stream, or this phone did before it was restored from a backup.
ALTER TABLE stream ADD COLUMN ours INTEGER NOT NULL DEFAULT 1 CHECK (ours IN (0, 1));
-- Of a stream that is not ours: so many first events were copied into one that is, because the server had lost them.
ALTER TABLE stream ADD COLUMN copied INTEGER NOT NULL DEFAULT 0 CHECK (copied >= 0);

-- Of an event of another device whose bytes nobody will ever send: its hash; `bytes` is empty then.
ALTER TABLE event ADD COLUMN hash BLOB;

-- How many first events of a stream are known to be on the server (ours) or here (others), and their digest.
CREATE TABLE mark (
    stream_id  TEXT    NOT NULL PRIMARY KEY REFERENCES stream (id) ON DELETE CASCADE,
    through    INTEGER NOT NULL CHECK (through >= 0),
    digest     BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- A learner who shares, or shared until it ended elsewhere and she has not yet said what is to become of it.
CREATE TABLE share (
    id          TEXT    NOT NULL PRIMARY KEY,
    learner_id  TEXT    NOT NULL UNIQUE REFERENCES learner (id) ON DELETE CASCADE,
    role        TEXT    NOT NULL CHECK (role IN ('own', 'joined')),
    standing    TEXT    NOT NULL CHECK (standing IN ('open', 'closed', 'removed', 'not-granted')),
    -- What her recovery card holds, and the proof made from it. Own devices only.
    seed        BLOB,
    claim       BLOB,
    -- What a new card will hold that the server may or may not know yet.
    next_seed   BLOB,
    -- 1: the claim goes with the next request; 2: it went with the last one.
    claim_due   INTEGER NOT NULL DEFAULT 0 CHECK (claim_due IN (0, 1, 2)),
    -- Learning day on which sharing began here.
    since       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Ends of sharing that the server must hear of, again and again. They outlive the profile they are about.
CREATE TABLE ending (
    share_id   TEXT    NOT NULL PRIMARY KEY,
    -- The proof that goes with a "close"; NULL for a "leave".
    claim      BLOB,
    confirmed  INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Events the server will never take, and why. They stay in `event`.
CREATE TABLE rejected (
    stream_id  TEXT    NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
    seq        INTEGER NOT NULL,
    code       TEXT    NOT NULL,
    PRIMARY KEY (stream_id, seq)
) STRICT, WITHOUT ROWID;

-- This device as the server knows it: one row, made when it first has something to send.
CREATE TABLE device (
    only      INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    bearer    BLOB    NOT NULL,
    enrolled  INTEGER NOT NULL DEFAULT 0 CHECK (enrolled IN (0, 1))
) STRICT;
