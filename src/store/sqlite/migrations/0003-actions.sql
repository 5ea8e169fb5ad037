-- Who runs actions. A lease that runs out, or whose program is gone, leaves what it had to others.
CREATE TABLE leases (
  token INTEGER PRIMARY KEY AUTOINCREMENT,
  until INTEGER NOT NULL
) STRICT;

-- Attempts that did not get an action done; of the one that did, the action itself tells.
CREATE TABLE attempts (
  action     INTEGER NOT NULL REFERENCES actions,
  attempt    INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK
    (outcome IN ('failed', 'timed-out', 'refused', 'stopped', 'lost')),
  reason     TEXT NOT NULL,
  error      TEXT, -- JSON: name, message and stack, with its causes
  PRIMARY KEY (action, attempt)
) STRICT, WITHOUT ROWID;

-- What people decided about actions.
CREATE TABLE interventions (
  id     INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES actions,
  kind   TEXT NOT NULL CHECK (kind IN ('cancel', 'skip', 'retry', 'force', 'release', 'undo')),
  made   INTEGER REFERENCES actions, -- the row that 'force' and 'undo' made
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX interventions_by_action ON interventions (action, id);
CREATE INDEX interventions_by_made ON interventions (made) WHERE made IS NOT NULL;

CREATE TRIGGER attempts_refuse_update BEFORE UPDATE ON attempts
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempts_refuse_delete BEFORE DELETE ON attempts
BEGIN SELECT raise(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER interventions_refuse_update BEFORE UPDATE ON interventions
BEGIN SELECT raise(ABORT, 'interventions are append-only'); END;
CREATE TRIGGER interventions_refuse_delete BEFORE DELETE ON interventions
BEGIN SELECT raise(ABORT, 'interventions are append-only'); END;

-- Actions that are parked count on one of their process that runs or waits to be claimed. When that is
-- cancelled, skipped or in need of review, whoever does it, they are back in line.
CREATE TRIGGER actions_let_parked_go AFTER UPDATE OF state ON actions
WHEN OLD.state = 'planned' AND NEW.state NOT IN ('planned', 'running')
BEGIN
  UPDATE actions SET parked = 0 WHERE process = NEW.process AND state = 'planned' AND parked = 1;
END;

-- What people hold: see core/hold.ts. A row stays when its hold is taken off.
CREATE TABLE holds (
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
CREATE UNIQUE INDEX holds_on ON holds (stage, ifnull(channel, ''), ifnull(type, ''), ifnull(name, ''))
  WHERE released_at IS NULL;

CREATE TRIGGER holds_refuse_delete BEFORE DELETE ON holds
BEGIN SELECT raise(ABORT, 'holds are never forgotten'); END;
CREATE TRIGGER holds_refuse_update BEFORE UPDATE ON holds
WHEN OLD.released_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a hold that was taken off is never changed'); END;
