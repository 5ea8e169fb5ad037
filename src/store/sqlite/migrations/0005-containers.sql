-- A file that lay in another: a member of an archive, or what an encrypted message contained.
CREATE TABLE members (
  file      INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
  container INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  path      TEXT NOT NULL
) STRICT;
CREATE INDEX members_by_container ON members (container);

CREATE TRIGGER members_refuse_update BEFORE UPDATE ON members
BEGIN SELECT raise(ABORT, 'where a file lay is never changed'); END;
-- A member goes only with its file, while that is being recorded.
CREATE TRIGGER members_refuse_delete BEFORE DELETE ON members
WHEN (SELECT state FROM files WHERE id = OLD.file) <> 'recording'
BEGIN SELECT raise(ABORT, 'where a file lay is never changed'); END;
