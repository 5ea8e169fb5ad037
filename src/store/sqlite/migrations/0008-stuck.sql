-- What people said about what is stuck. Appended only; the newest of each verb holds.
CREATE TABLE stuck_notes (
  id     INTEGER PRIMARY KEY,
  verb   TEXT NOT NULL CHECK (verb IN ('assign', 'note', 'dismiss', 'restore')),
  cause  TEXT NOT NULL,
  kind   TEXT,    -- null, like the number: said of the cause as a whole
  number INTEGER,
  text   TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX stuck_notes_by_item ON stuck_notes (kind, number);
CREATE INDEX stuck_notes_by_cause ON stuck_notes (cause) WHERE kind IS NULL;
CREATE INDEX stuck_notes_dismissing ON stuck_notes (kind, number) WHERE verb = 'dismiss';

CREATE TRIGGER stuck_notes_refuse_update BEFORE UPDATE ON stuck_notes
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;
CREATE TRIGGER stuck_notes_refuse_delete BEFORE DELETE ON stuck_notes
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;

CREATE INDEX deadlines_missed ON deadlines (id) WHERE state = 'missed';
