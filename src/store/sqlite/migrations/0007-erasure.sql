-- What was erased of persons: the values are gone for good, and who did it, when and why is kept.
CREATE TABLE erasures (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL, -- the subject
  actor    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  at       INTEGER NOT NULL,
  contents INTEGER NOT NULL, -- different bytes of files that values were replaced in, those of `whole` too
  whole    INTEGER NOT NULL, -- of them, those of which nothing is left
  messages INTEGER NOT NULL,
  texts    INTEGER NOT NULL, -- other rows: events, states, outbound messages, attempts, notes, notices …
  copies   INTEGER NOT NULL, -- files in archive and quarantine folders
  ended_at INTEGER           -- null: something outside the store is left to do
) STRICT;

-- Bytes of files that are not as they came. Their number, and the hash that they came with, stay in `content`.
CREATE TABLE erased_contents (
  content INTEGER PRIMARY KEY REFERENCES content,
  erasure INTEGER NOT NULL REFERENCES erasures, -- the last
  hash    BLOB NOT NULL,                        -- SHA-256 of the bytes as they are
  whole   INTEGER NOT NULL CHECK (whole IN (0, 1))
) STRICT;

CREATE INDEX erased_contents_by_hash ON erased_contents (hash);

-- What an erasure has left to do outside the store: files of old bytes to be removed, copies to be replaced.
CREATE TABLE erasure_rest (
  id      INTEGER PRIMARY KEY,
  erasure INTEGER NOT NULL REFERENCES erasures,
  kind    TEXT NOT NULL CHECK (kind IN ('pack', 'blob', 'copy')),
  path    TEXT NOT NULL, -- of packs and blobs, the hash that they lie under
  content INTEGER REFERENCES content
) STRICT;

CREATE TRIGGER erasures_refuse_update BEFORE UPDATE OF id, key, actor, reason, at, contents, whole, messages, texts
  ON erasures
BEGIN SELECT raise(ABORT, 'what was erased is append-only'); END;
CREATE TRIGGER erasures_refuse_delete BEFORE DELETE ON erasures
BEGIN SELECT raise(ABORT, 'what was erased is append-only'); END;
CREATE TRIGGER erased_contents_refuse_update BEFORE UPDATE ON erased_contents
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'what was erased is append-only'); END;
CREATE TRIGGER erased_contents_refuse_delete BEFORE DELETE ON erased_contents
BEGIN SELECT raise(ABORT, 'what was erased is append-only'); END;

-- Sentences that name a person are changed by an erasure alone.
DROP TRIGGER decisions_refuse_update;
CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
DROP TRIGGER readings_refuse_update;
CREATE TRIGGER readings_refuse_update BEFORE UPDATE ON readings
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
DROP TRIGGER interventions_refuse_update;
CREATE TRIGGER interventions_refuse_update BEFORE UPDATE ON interventions
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'interventions are append-only'); END;
DROP TRIGGER outbound_log_refuse_update;
CREATE TRIGGER outbound_log_refuse_update BEFORE UPDATE ON outbound_log
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'the log of outbound files is append-only'); END;
DROP TRIGGER stuck_notes_refuse_update;
CREATE TRIGGER stuck_notes_refuse_update BEFORE UPDATE ON stuck_notes
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;
DROP TRIGGER holds_refuse_update;
CREATE TRIGGER holds_refuse_update BEFORE UPDATE ON holds
WHEN OLD.released_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'a hold that was taken off is never changed'); END;
DROP TRIGGER notices_refuse_update;
CREATE TRIGGER notices_refuse_update BEFORE UPDATE ON notices
WHEN OLD.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'a notice that ended is never changed'); END;
DROP TRIGGER notice_messages_refuse_update;
CREATE TRIGGER notice_messages_refuse_update BEFORE UPDATE ON notice_messages
WHEN OLD.state <> 'waiting' AND NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'what was said is never changed'); END;
DROP TRIGGER audit_refuses_update;
CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'what was asked is never changed'); END;
