-- How far files, readings and decisions were looked at for whether a status file is due; no row before the
-- first look.
CREATE TABLE status_cursor (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  file     INTEGER NOT NULL,
  reading  INTEGER NOT NULL,
  decision INTEGER NOT NULL
) STRICT;

-- What was said of a file in status files, each time that it was something else.
CREATE TABLE statuses (
  file    INTEGER NOT NULL REFERENCES files,
  number  INTEGER NOT NULL, -- 1: the first said of it
  verdict TEXT    NOT NULL, -- what tells one verdict from another
  message INTEGER NOT NULL REFERENCES outbound_messages,
  PRIMARY KEY (file, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER statuses_refuse_update BEFORE UPDATE ON statuses
BEGIN SELECT raise(ABORT, 'what was said is append-only'); END;
CREATE TRIGGER statuses_refuse_delete BEFORE DELETE ON statuses
BEGIN SELECT raise(ABORT, 'what was said is append-only'); END;
