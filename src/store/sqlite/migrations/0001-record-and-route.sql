-- Keys grow in the order of arrival, so that a row costs the same in a small store and in a large one.
-- Two indexes cannot: content by hash and process by key. They are kept narrow. The events of a process
-- are chained, each to the one before it, since an index would be a third.

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- While this table has a row, personal values may be replaced (see the triggers). Empty but for the
-- length of one transaction.
CREATE TABLE erasing (
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

-- Texts that repeat in every row: channels, group codes, subject kinds, process types, event types.
CREATE TABLE strings (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- An arrival is `<claim>/<tail>`; many files share a claim.
CREATE TABLE claims (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- What the envelopes of many files have in common.
CREATE TABLE envelope_keys (
  id               INTEGER PRIMARY KEY,
  family           TEXT NOT NULL,
  flow             TEXT NOT NULL,
  version          TEXT,
  from_role        TEXT,
  from_participant TEXT,
  to_role          TEXT,
  to_participant   TEXT,
  test_flag        TEXT
) STRICT;
CREATE INDEX envelope_keys_by_all ON envelope_keys
  (flow, from_participant, to_participant, version, from_role, to_role, family, test_flag);

-- Raw bytes of small files, zstd, those of one commit together: similar files compress each other.
CREATE TABLE bundles (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Bytes once, whoever brought them. Without a bundle they lie in the blob folder under their hash.
CREATE TABLE content (
  id        INTEGER PRIMARY KEY,
  hash_head INTEGER NOT NULL, -- the first 32 bits of the hash
  hash      BLOB NOT NULL,    -- SHA-256
  size      INTEGER NOT NULL,
  bundle    INTEGER REFERENCES bundles,
  start     INTEGER           -- where in the unpacked bundle
) STRICT;
CREATE INDEX content_by_hash ON content (hash_head);

CREATE TABLE files (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  claim           INTEGER NOT NULL REFERENCES claims,
  tail            TEXT NOT NULL,
  name            TEXT, -- null when the tail is the name
  channel         INTEGER NOT NULL REFERENCES strings,
  content         INTEGER NOT NULL REFERENCES content,
  state           TEXT NOT NULL CHECK
    (state IN ('recording', 'recorded', 'duplicate', 'conflict', 'rejected', 'withdrawn')),
  other_file      INTEGER REFERENCES files,
  modified_at     INTEGER NOT NULL,
  seen_at         INTEGER NOT NULL,
  recorded_at     INTEGER NOT NULL,
  occurred_at     INTEGER NOT NULL,
  envelope_key         INTEGER REFERENCES envelope_keys,
  file_identifier TEXT,
  created         TEXT,
  identity        TEXT, -- see businessIdentity
  messages        INTEGER NOT NULL,
  invalid         INTEGER NOT NULL,
  awaiting_release INTEGER NOT NULL, -- 1: waits whole until a person releases it
  problems        TEXT, -- JSON; null when there are none
  UNIQUE (claim, tail)
) STRICT;
CREATE INDEX files_standing_by_identity ON files (identity)
  WHERE state = 'recorded' AND identity IS NOT NULL;
CREATE INDEX files_standing_by_content ON files (content) WHERE state = 'recorded';
CREATE INDEX files_by_state ON files (state) WHERE state <> 'recorded';
CREATE INDEX files_awaiting_release ON files (awaiting_release) WHERE awaiting_release = 1;

-- The running numbers of senders' files, by sender and flow; a number may have come with several files.
CREATE TABLE sequences (
  sender  INTEGER NOT NULL REFERENCES strings, -- role letter and participant, e.g. P:UDMS
  flow    INTEGER NOT NULL REFERENCES strings,
  number  INTEGER NOT NULL,
  file    INTEGER NOT NULL REFERENCES files,
  waits   INTEGER NOT NULL, -- 1: what is to be done because of it waits for missing numbers before it
  PRIMARY KEY (sender, flow, number, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX sequences_by_file ON sequences (file);

CREATE TABLE messages (
  id           INTEGER PRIMARY KEY,
  file         INTEGER NOT NULL REFERENCES files,
  line         INTEGER NOT NULL,
  last_line    INTEGER NOT NULL,
  group_code   INTEGER NOT NULL REFERENCES strings,
  subject_kind INTEGER REFERENCES strings,
  subject_key  TEXT,
  data         TEXT NOT NULL, -- JSON
  invalid         INTEGER NOT NULL,
  problems     TEXT,          -- JSON; null when there are none
  UNIQUE (file, line)
) STRICT;
CREATE INDEX messages_with_problems ON messages (file, line) WHERE problems IS NOT NULL;
CREATE INDEX messages_invalid ON messages (invalid) WHERE invalid = 1;

-- Large files whose messages are being written over many commits, for the first time or anew, and the
-- program that does it (see program-mark).
CREATE TABLE unfinished (
  file    INTEGER PRIMARY KEY REFERENCES files,
  program TEXT NOT NULL
) STRICT;

-- What a large file that stands or is in conflict says when it is read again; counts for nothing yet.
CREATE TABLE staged_messages (
  file         INTEGER NOT NULL,
  line         INTEGER NOT NULL,
  last_line    INTEGER NOT NULL,
  group_code   INTEGER NOT NULL,
  subject_kind INTEGER,
  subject_key  TEXT,
  data         TEXT NOT NULL,
  invalid         INTEGER NOT NULL,
  problems     TEXT,
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;

-- The queue of routing: files with messages not yet routed, and the line from which on.
CREATE TABLE unrouted (
  file      INTEGER PRIMARY KEY REFERENCES files,
  next_line INTEGER NOT NULL
) STRICT;

-- Events that count, of files of many messages: those of others are quickly counted.
CREATE TABLE event_counts (
  file   INTEGER PRIMARY KEY REFERENCES files,
  events INTEGER NOT NULL
) STRICT;

CREATE TABLE failures (
  message      INTEGER NOT NULL REFERENCES messages,
  process_type INTEGER NOT NULL REFERENCES strings,
  error        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (message, process_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE processes (
  id         INTEGER PRIMARY KEY,
  type       INTEGER NOT NULL REFERENCES strings,
  key        TEXT NOT NULL,
  last_event INTEGER NOT NULL, -- the head of its chain
  UNIQUE (key, type)
) STRICT;

-- Nothing ever leaves this table, so its numbers are never reused.
CREATE TABLE events (
  seq            INTEGER PRIMARY KEY,
  process        INTEGER NOT NULL REFERENCES processes,
  process_type   INTEGER NOT NULL REFERENCES strings,
  type           INTEGER NOT NULL REFERENCES strings,
  occurred_at    INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  previous       INTEGER, -- the event of its process before this one
  message        INTEGER REFERENCES messages,
  data           TEXT, -- null: the data is the message's
  CHECK (message IS NOT NULL OR data IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX events_by_message ON events (message, process_type);

CREATE TABLE voids (
  event  INTEGER PRIMARY KEY REFERENCES events,
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

-- What people decided about files: in conflict, or awaiting release.
CREATE TABLE decisions (
  id       INTEGER PRIMARY KEY,
  file     INTEGER NOT NULL REFERENCES files,
  other    INTEGER REFERENCES files,
  decision TEXT NOT NULL,
  actor    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_by_file ON decisions (file);

-- Each time the kept bytes of a file were read again, and what came of it.
CREATE TABLE readings (
  id       INTEGER PRIMARY KEY,
  file     INTEGER NOT NULL REFERENCES files,
  at       INTEGER NOT NULL,
  state    TEXT NOT NULL,
  messages INTEGER NOT NULL,
  invalid  INTEGER NOT NULL,
  problems TEXT
) STRICT;
CREATE INDEX readings_by_file ON readings (file);

CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
-- REPLACE would remove a row without a word to the trigger above; likewise below.
CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM events WHERE message = NEW.message AND process_type = NEW.process_type)
BEGIN SELECT raise(ABORT, 'events are append-only'); END;

CREATE TRIGGER bundles_refuse_update BEFORE UPDATE ON bundles
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER bundles_refuse_delete BEFORE DELETE ON bundles
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER bundles_refuse_replace BEFORE INSERT ON bundles
WHEN EXISTS (SELECT 1 FROM bundles WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER content_refuse_update BEFORE UPDATE ON content
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER content_refuse_delete BEFORE DELETE ON content
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER content_refuse_replace BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;

-- Messages come and go only while their file is being recorded or read again; a refused file has none
-- but while it is read again.
CREATE TRIGGER messages_refuse_update BEFORE UPDATE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
CREATE TRIGGER messages_refuse_delete BEFORE DELETE ON messages
WHEN (SELECT state FROM files WHERE id = OLD.file) NOT IN ('recording', 'rejected')
BEGIN SELECT raise(ABORT, 'messages are only removed while their file is being recorded'); END;
CREATE TRIGGER messages_refuse_replace BEFORE INSERT ON messages
WHEN EXISTS (SELECT 1 FROM messages WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM messages WHERE file = NEW.file AND line = NEW.line)
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
CREATE TRIGGER files_refuse_delete BEFORE DELETE ON files
WHEN OLD.state <> 'recording'
BEGIN SELECT raise(ABORT, 'files are never removed'); END;

CREATE TRIGGER voids_refuse_update BEFORE UPDATE ON voids
BEGIN SELECT raise(ABORT, 'voids are append-only'); END;
CREATE TRIGGER voids_refuse_delete BEFORE DELETE ON voids
BEGIN SELECT raise(ABORT, 'voids are append-only'); END;
CREATE TRIGGER readings_refuse_update BEFORE UPDATE ON readings
BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
CREATE TRIGGER readings_refuse_delete BEFORE DELETE ON readings
BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_refuse_delete BEFORE DELETE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
