-- The server's database. It knows learners by random ids only, and secrets by their hashes only. Columns never change
-- their meaning.

-- A device that enrolled.
CREATE TABLE device (
    id        INTEGER NOT NULL PRIMARY KEY,
    -- How other devices of a share name it: 16 random bytes.
    name      BLOB    NOT NULL CHECK (length(name) = 16),
    -- SHA-256 of its bearer token.
    bearer    BLOB    NOT NULL UNIQUE CHECK (length(bearer) = 32),
    -- Day (UTC, since 1970) on which it enrolled.
    enrolled  INTEGER NOT NULL,
    revoked   INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    -- Whether it ever belonged to a share that is still open; the others may be forgotten.
    in_use    INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1))
) STRICT;
CREATE INDEX device_idle ON device (enrolled) WHERE in_use = 0;

-- One consent of one learner. Of a closed one only the id is kept, for ever.
CREATE TABLE share (
    id     INTEGER NOT NULL PRIMARY KEY,
    name   BLOB    NOT NULL UNIQUE CHECK (length(name) = 16),
    -- SHA-256 of the claim on her recovery card; NULL once closed.
    claim  BLOB    CHECK (length(claim) = 32)
) STRICT;
CREATE INDEX share_claim ON share (claim) WHERE claim IS NOT NULL;

-- A device that may use a share, or was taken out of it.
CREATE TABLE member (
    id       INTEGER NOT NULL PRIMARY KEY,
    share    INTEGER NOT NULL REFERENCES share (id),
    device   INTEGER NOT NULL REFERENCES device (id),
    own      INTEGER NOT NULL CHECK (own IN (0, 1)),
    -- Day (UTC, since 1970) on which it came in.
    since    INTEGER NOT NULL,
    removed  INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (share, device)
) STRICT;
CREATE INDEX member_device ON member (device);

-- One learner on one device. Head and digest change in the transaction that stores the events.
CREATE TABLE stream (
    id      INTEGER NOT NULL PRIMARY KEY,
    name    BLOB    NOT NULL UNIQUE CHECK (length(name) = 16),
    share   INTEGER NOT NULL REFERENCES share (id),
    writer  INTEGER NOT NULL REFERENCES device (id),
    head    INTEGER NOT NULL DEFAULT 0 CHECK (head >= 0),
    digest  BLOB    NOT NULL CHECK (length(digest) = 16)
) STRICT;
CREATE INDEX stream_share ON stream (share);
CREATE INDEX stream_writer ON stream (writer);

-- Events of a stream that were accepted together: numbers `first` to `first + events - 1`.
CREATE TABLE segment (
    id          INTEGER NOT NULL PRIMARY KEY,
    stream      INTEGER NOT NULL REFERENCES stream (id),
    first       INTEGER NOT NULL CHECK (first >= 1),
    events      INTEGER NOT NULL CHECK (events >= 1),
    -- Digest of the `first - 1` events before it.
    before      BLOB    NOT NULL CHECK (length(before) = 16),
    -- Which dictionary `body` was compressed with.
    dictionary  INTEGER NOT NULL,
    body        BLOB    NOT NULL,
    UNIQUE (stream, first)
) STRICT;

-- A code that lets one device in.
CREATE TABLE code (
    id       INTEGER NOT NULL PRIMARY KEY,
    -- SHA-256 of the code.
    code     BLOB    NOT NULL UNIQUE CHECK (length(code) = 32),
    share    INTEGER NOT NULL REFERENCES share (id),
    -- Milliseconds since 1970.
    ends     INTEGER NOT NULL,
    used_by  INTEGER REFERENCES device (id)
) STRICT;
CREATE INDEX code_share ON code (share);
CREATE INDEX code_ends ON code (ends);
CREATE INDEX code_used_by ON code (used_by) WHERE used_by IS NOT NULL;

-- What is still to be done although its transaction is over; see `storage/sqlite/erase.rs`.
CREATE TABLE chore (
    name  TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
