-- What else than its key a process is found by: a registration's id, a reference of our own. Several may
-- go by one reference.
CREATE TABLE goes_by (
  process_type INTEGER NOT NULL REFERENCES strings,
  reference    TEXT NOT NULL,
  process      INTEGER NOT NULL REFERENCES processes,
  PRIMARY KEY (process_type, reference, process)
) STRICT, WITHOUT ROWID;
CREATE INDEX goes_by_process ON goes_by (process);

-- By which references a message is given to processes of a type, those that are there and those to come.
-- `history`: it was past when its type of process came.
CREATE TABLE sought (
  process_type INTEGER NOT NULL REFERENCES strings,
  reference    TEXT NOT NULL,
  message      INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
  event_type   INTEGER NOT NULL REFERENCES strings,
  history      INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1)),
  PRIMARY KEY (process_type, reference, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX sought_by_message ON sought (message);
