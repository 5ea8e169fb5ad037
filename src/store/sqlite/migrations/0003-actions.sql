-- What people hold: see core/brake.ts. A row stays when its brake is taken off.
CREATE TABLE brakes (
  id              INTEGER PRIMARY KEY,
  stage           TEXT NOT NULL CHECK (stage IN ('intake', 'actions', 'outbound')),
  channel         TEXT,
  type            TEXT,
  name            TEXT,
  actor           TEXT NOT NULL,
  reason          TEXT NOT NULL,
  at              INTEGER NOT NULL,
  released_by     TEXT,
  released_reason TEXT,
  released_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX brakes_on ON brakes (stage, ifnull(channel, ''), ifnull(type, ''), ifnull(name, ''))
  WHERE released_at IS NULL;

CREATE TRIGGER brakes_refuse_delete BEFORE DELETE ON brakes
BEGIN SELECT raise(ABORT, 'brakes are never forgotten'); END;
CREATE TRIGGER brakes_refuse_update BEFORE UPDATE ON brakes
WHEN OLD.released_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a brake that was taken off is never changed'); END;
