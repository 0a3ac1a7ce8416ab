-- The device database. Columns never change their meaning; see docs/decisions for the shape.

-- A profile on this device. Nothing in this table ever leaves it.
CREATE TABLE learner (
    id               TEXT    NOT NULL PRIMARY KEY,
    kind             TEXT    NOT NULL CHECK (kind IN ('profile', 'guest')),
    name             TEXT    NOT NULL DEFAULT '',
    avatar           TEXT    NOT NULL,
    preferences      TEXT    NOT NULL,
    -- Order of creation, for a stable list.
    position         INTEGER NOT NULL,
    -- Learning day of deletion; NULL while the profile lives. It can be taken back for 7 days.
    deleted_on       INTEGER,
    -- Learning day on which the 7 days were first seen to be over; a second such day purges.
    overdue_seen_on  INTEGER
) STRICT;

-- One learner on this device. Events are numbered within it from 1 without gaps.
CREATE TABLE stream (
    id          TEXT    NOT NULL PRIMARY KEY,
    learner_id  TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    -- 1 for a learner's first stream here. Only the highest is written to; the others are kept as they are.
    opened      INTEGER NOT NULL DEFAULT 1,
    next_seq    INTEGER NOT NULL DEFAULT 1 CHECK (next_seq >= 1),
    UNIQUE (learner_id, opened)
) STRICT;

-- Outcomes, append-only. `bytes` are frozen when committed: digest and resend use these very bytes.
CREATE TABLE event (
    stream_id  TEXT    NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    bytes      BLOB    NOT NULL,
    PRIMARY KEY (stream_id, seq)
) STRICT, WITHOUT ROWID;

-- The attempt in progress, one per learner and tutorial, committed at every step.
CREATE TABLE attempt (
    id            TEXT    NOT NULL PRIMARY KEY,
    learner_id    TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    tutorial_id   TEXT    NOT NULL,
    pack_version  INTEGER NOT NULL,
    mode          TEXT    NOT NULL,
    last_step     TEXT,
    steps_done    INTEGER NOT NULL DEFAULT 0,
    mistakes      INTEGER NOT NULL DEFAULT 0,
    near_misses   INTEGER NOT NULL DEFAULT 0,
    hints         INTEGER NOT NULL DEFAULT 0,
    -- Steps done when it was last recorded as paused, so that looking in and leaving again adds no event.
    paused_at     INTEGER NOT NULL DEFAULT 0,
    -- Rises with every change on this device: the highest is what "Học tiếp" goes on with.
    touched       INTEGER NOT NULL,
    UNIQUE (learner_id, tutorial_id)
) STRICT;

-- A fold of events; can be dropped and rebuilt at any time.
CREATE TABLE progress (
    learner_id   TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    tutorial_id  TEXT NOT NULL,
    state        TEXT NOT NULL,
    PRIMARY KEY (learner_id, tutorial_id)
) STRICT, WITHOUT ROWID;

-- Settings of the device, not of a learner.
CREATE TABLE setting (
    key    TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The installed content pack: one row.
CREATE TABLE pack (
    only     INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    version  INTEGER NOT NULL,
    digest   TEXT    NOT NULL
) STRICT;

CREATE TABLE tutorial (
    id        TEXT    NOT NULL PRIMARY KEY,
    system    TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    header    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    tutorial_id  TEXT    NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    body         TEXT    NOT NULL,
    PRIMARY KEY (tutorial_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE screen (
    tutorial_id  TEXT    NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    body         TEXT    NOT NULL,
    PRIMARY KEY (tutorial_id, position)
) STRICT, WITHOUT ROWID;

-- One Fluent message.
CREATE TABLE word (
    tutorial_id  TEXT NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
    lang         TEXT NOT NULL,
    key          TEXT NOT NULL,
    fluent       TEXT NOT NULL,
    PRIMARY KEY (tutorial_id, lang, key)
) STRICT, WITHOUT ROWID;

-- Tutorials of the installed pack that did not pass the checks, and why.
CREATE TABLE left_out (
    name    TEXT NOT NULL PRIMARY KEY,
    reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
