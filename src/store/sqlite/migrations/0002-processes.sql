-- What people and programs did to events after they were recorded. Appended only. What the newest of
-- them say together is in `voids` and `amendments`, so that readers need not work it out.
CREATE TABLE revisions (
  id             INTEGER PRIMARY KEY,
  event          INTEGER NOT NULL REFERENCES events,
  process        INTEGER NOT NULL REFERENCES processes,
  kind           TEXT NOT NULL CHECK (kind IN ('void', 'unvoid', 'correct', 'restate')),
  schema_version INTEGER,
  data           TEXT, -- JSON, of 'correct' and 'restate'
  actor          TEXT NOT NULL,
  reason         TEXT NOT NULL,
  at             INTEGER NOT NULL
) STRICT;
CREATE INDEX revisions_by_process ON revisions (process, id);
CREATE INDEX revisions_by_event ON revisions (event, id);

CREATE TRIGGER revisions_refuse_update BEFORE UPDATE ON revisions
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_refuse_delete BEFORE DELETE ON revisions
BEGIN SELECT raise(ABORT, 'revisions are append-only'); END;

-- Events that count no longer: the newest revision about that says so.
DROP TRIGGER voids_refuse_update;
DROP TRIGGER voids_refuse_delete;
INSERT INTO revisions (event, process, kind, actor, reason, at)
  SELECT v.event, e.process, 'void', v.actor, v.reason, v.at FROM voids v JOIN events e ON e.seq = v.event;
DROP TABLE voids;
CREATE TABLE voids (event INTEGER PRIMARY KEY REFERENCES events) STRICT;

-- Events whose data is otherwise than it was recorded, and the revision that has it.
CREATE TABLE amendments (
  event    INTEGER PRIMARY KEY REFERENCES events,
  revision INTEGER NOT NULL
) STRICT;

-- Taken in as history: folded, and nothing is done because of it.
CREATE TABLE history_files (file INTEGER PRIMARY KEY REFERENCES files) STRICT;
CREATE TABLE history_events (event INTEGER PRIMARY KEY REFERENCES events) STRICT;

-- What made an event that no message brought. `identity` is the same however often it is tried:
-- `command:<key>`, `action:<id>:<place>`, `deadline:<id>`.
CREATE TABLE origins (
  event    INTEGER PRIMARY KEY REFERENCES events,
  kind     TEXT NOT NULL CHECK (kind IN ('command', 'action', 'deadline', 'delivery')),
  identity TEXT NOT NULL UNIQUE,
  ref      INTEGER NOT NULL, -- the row in commands, actions, deadlines or outbound
  cause    INTEGER REFERENCES events
) STRICT;

-- What people asked, by command line or console, with what came of it.
CREATE TABLE commands (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE, -- the caller's idempotency key
  name         INTEGER NOT NULL REFERENCES strings,
  process_type INTEGER NOT NULL REFERENCES strings,
  process_key  TEXT NOT NULL,
  data         TEXT NOT NULL, -- JSON
  actor        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  outcome      TEXT NOT NULL CHECK (outcome IN ('recorded', 'refused', 'failed')),
  code         TEXT, -- of a refusal
  message      TEXT  -- of a refusal or failure
) STRICT;
CREATE INDEX commands_failed ON commands (id) WHERE outcome = 'failed';

-- Messages that join a process which is not there yet.
CREATE TABLE unmatched (
  message      INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
  process_type INTEGER NOT NULL REFERENCES strings,
  key          TEXT NOT NULL,
  event_type   INTEGER NOT NULL REFERENCES strings,
  at           INTEGER NOT NULL,
  PRIMARY KEY (message, process_type)
) STRICT, WITHOUT ROWID;
CREATE INDEX unmatched_by_key ON unmatched (process_type, key);

-- The last build of each process: a cache, thrown away at will, but for which events were judged.
CREATE TABLE builds (
  process            INTEGER PRIMARY KEY REFERENCES processes,
  process_type       INTEGER NOT NULL REFERENCES strings,
  definition_version INTEGER NOT NULL,
  seq                INTEGER NOT NULL, -- the newest event it holds, by recording; those up to it are judged
  tail               TEXT,             -- JSON: the place in folding order of the last event it holds
  status             INTEGER REFERENCES strings,
  state              TEXT,             -- JSON; null while no build succeeded
  deadlines          INTEGER NOT NULL, -- how many it asks for
  built_at           INTEGER NOT NULL,
  error              TEXT              -- why the last build failed; null when it did not
) STRICT;
CREATE INDEX builds_by_status ON builds (process_type, status);
CREATE INDEX builds_failed ON builds (process) WHERE error IS NOT NULL;

-- How far events were looked at by the builder: those up to `seq` are built or fail to be.
CREATE TABLE build_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO build_cursor VALUES (1, 0);

-- Processes to be built from the start, because their past changed or a person asks.
CREATE TABLE rebuilds (
  process INTEGER PRIMARY KEY REFERENCES processes,
  ticket  INTEGER NOT NULL -- grows when asked again
) STRICT;

-- The ledger: one row per event and action, whatever became of it.
CREATE TABLE actions (
  id           INTEGER PRIMARY KEY,
  event        INTEGER NOT NULL REFERENCES events,
  process      INTEGER NOT NULL REFERENCES processes,
  process_type INTEGER NOT NULL REFERENCES strings,
  name         INTEGER NOT NULL REFERENCES strings,
  nth          INTEGER NOT NULL, -- 0; more when a person forced it again
  state        TEXT NOT NULL CHECK
    (state IN ('planned', 'running', 'done', 'failed', 'needs-review', 'skipped', 'cancelled')),
  verdicts     TEXT,             -- JSON; null when there are no conditions
  reason       TEXT,             -- why it is not planned, or how it ended
  planned_at   INTEGER NOT NULL,
  due_at       INTEGER NOT NULL, -- not started before
  parked       INTEGER NOT NULL, -- 1: waits for another action of its process to end
  attempts     INTEGER NOT NULL, -- begun, in all
  uncounted     INTEGER NOT NULL DEFAULT 0, -- of them, those that do not count: before a person's retry, or stopped with the daemon
  token        INTEGER,          -- of the lease; while running
  started_at   INTEGER,          -- of the last attempt
  ended_at     INTEGER,
  UNIQUE (event, name, nth)
) STRICT;
-- A queue for each action of a type of process: one that is on hold or at its limit costs the others nothing.
CREATE INDEX actions_due ON actions (process_type, name, due_at, id)
  WHERE state = 'planned' AND parked = 0;
CREATE INDEX actions_parked ON actions (process, name, id) WHERE state = 'planned' AND parked = 1;
CREATE INDEX actions_running ON actions (process) WHERE state = 'running';
CREATE INDEX actions_stuck ON actions (state, id) WHERE state IN ('failed', 'needs-review');

CREATE TRIGGER actions_refuse_delete BEFORE DELETE ON actions
BEGIN SELECT raise(ABORT, 'the ledger of actions is never shortened'); END;

-- Moments that states ask for.
CREATE TABLE deadlines (
  id         INTEGER PRIMARY KEY,
  process    INTEGER NOT NULL REFERENCES processes,
  event_type INTEGER NOT NULL REFERENCES strings,
  due_at     INTEGER NOT NULL,
  anchor     TEXT NOT NULL,
  asked_at   INTEGER NOT NULL, -- when the last event occurred of those whose state first asked for it
  -- pending; fired: it is an event; dropped: the state asks no longer; missed: it had passed already
  -- when a state first asked for it while history was taken in
  state      TEXT NOT NULL CHECK (state IN ('pending', 'fired', 'dropped', 'missed')),
  UNIQUE (process, event_type, due_at, anchor)
) STRICT;
CREATE INDEX deadlines_due ON deadlines (due_at, id) WHERE state = 'pending';
