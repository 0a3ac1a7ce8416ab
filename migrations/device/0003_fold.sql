-- Which fold made what stands in `progress`: one row, none before the first fold was noted. A build with another fold makes
-- progress anew from the events.
CREATE TABLE fold (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    version  INTEGER NOT NULL
) STRICT;
