-- Kept bytes that were moved out of the store into compressed packs, or dropped, by age.

-- What was done at a time, for whom and why. Appended only.
CREATE TABLE retentions (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('packed', 'dropped', 'unarchived')),
  contents INTEGER NOT NULL, -- how many files' bytes, each once; of 'unarchived', files
  bytes    INTEGER NOT NULL, -- of them, unpacked
  actor    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  at       INTEGER NOT NULL
) STRICT;

-- Files of packed bytes: beside the bytes of large files, in the folder `packs`, under their own hashes.
CREATE TABLE packs (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL, -- SHA-256 of the file as it lies there
  size INTEGER NOT NULL
) STRICT;

-- Bundles whose bytes the store does not hold any more; theirs are empty.
CREATE TABLE retired_bundles (
  bundle     INTEGER PRIMARY KEY REFERENCES bundles,
  retention  INTEGER NOT NULL REFERENCES retentions, -- the last that moved or dropped it
  pack       INTEGER REFERENCES packs,               -- null: dropped
  frame      INTEGER,                                -- where in the pack its frame begins
  frame_size INTEGER,
  start      INTEGER                                 -- where in the unpacked frame it begins
) STRICT;
CREATE INDEX retired_bundles_by_pack ON retired_bundles (pack) WHERE pack IS NOT NULL;

-- Large files whose bytes are not in the blob folder under their own hash any more.
CREATE TABLE retired_blobs (
  content   INTEGER PRIMARY KEY REFERENCES content,
  retention INTEGER NOT NULL REFERENCES retentions,
  pack      INTEGER REFERENCES packs -- null: dropped
) STRICT;
CREATE INDEX retired_blobs_by_pack ON retired_blobs (pack) WHERE pack IS NOT NULL;

-- Backups: those that were made, and those that a program is just making (see program-mark).
CREATE TABLE backups (
  id      INTEGER PRIMARY KEY,
  path    TEXT NOT NULL,
  host    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  program TEXT -- that makes it; null: it is made
) STRICT;

-- Whoever moves or drops bytes asks for all contents of a bundle, and for every file that has one. Files that
-- are active are found by another index.
CREATE INDEX content_by_bundle ON content (bundle);
CREATE INDEX files_inactive_by_content ON files (content) WHERE state <> 'recorded';
CREATE INDEX outbound_by_content ON outbound (content);

-- Bytes are emptied once a row says where they are, or that they were dropped.
DROP TRIGGER bundles_refuse_update;
CREATE TRIGGER bundles_refuse_update BEFORE UPDATE ON bundles
WHEN NOT EXISTS (SELECT 1 FROM erasing)
  AND NOT (NEW.id = OLD.id AND length(NEW.bytes) = 0
           AND EXISTS (SELECT 1 FROM retired_bundles WHERE bundle = OLD.id))
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;

-- Bytes that were dropped and come again are kept again, in another bundle or as a large file.
DROP TRIGGER content_refuse_update;
CREATE TRIGGER content_refuse_update BEFORE UPDATE ON content
WHEN NOT EXISTS (SELECT 1 FROM erasing)
  AND NOT (NEW.id = OLD.id AND NEW.hash_head = OLD.hash_head AND NEW.hash = OLD.hash AND NEW.size = OLD.size
           AND (EXISTS (SELECT 1 FROM retired_bundles WHERE bundle = OLD.bundle AND pack IS NULL)
                OR EXISTS (SELECT 1 FROM retired_blobs WHERE content = OLD.id AND pack IS NULL)))
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;

CREATE TRIGGER retentions_refuse_update BEFORE UPDATE ON retentions
BEGIN SELECT raise(ABORT, 'what was done with kept bytes is append-only'); END;
CREATE TRIGGER retentions_refuse_delete BEFORE DELETE ON retentions
BEGIN SELECT raise(ABORT, 'what was done with kept bytes is append-only'); END;

-- What is packed may only be dropped.
CREATE TRIGGER retired_bundles_refuse_update BEFORE UPDATE ON retired_bundles
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND NEW.pack IS NOT NULL
BEGIN SELECT raise(ABORT, 'where bytes were moved to is never changed'); END;
CREATE TRIGGER retired_bundles_refuse_delete BEFORE DELETE ON retired_bundles
BEGIN SELECT raise(ABORT, 'where bytes were moved to is never changed'); END;
CREATE TRIGGER retired_bundles_refuse_replace BEFORE INSERT ON retired_bundles
WHEN EXISTS (SELECT 1 FROM retired_bundles WHERE bundle = NEW.bundle)
BEGIN SELECT raise(ABORT, 'where bytes were moved to is never changed'); END;
CREATE TRIGGER retired_blobs_refuse_update BEFORE UPDATE ON retired_blobs
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND NEW.pack IS NOT NULL
BEGIN SELECT raise(ABORT, 'where bytes were moved to is never changed'); END;
CREATE TRIGGER retired_blobs_refuse_delete BEFORE DELETE ON retired_blobs
WHEN OLD.pack IS NOT NULL
BEGIN SELECT raise(ABORT, 'where bytes were moved to is never changed'); END;
