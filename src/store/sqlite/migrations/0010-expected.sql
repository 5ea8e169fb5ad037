-- What was sent and is to be answered; the event is the delivery. The answer is a message of one of the
-- flows from the recipient, on any process with the same key.
CREATE TABLE awaited_answers (
  event    INTEGER PRIMARY KEY REFERENCES events,
  process  INTEGER NOT NULL REFERENCES processes,
  outbound INTEGER NOT NULL REFERENCES outbound,
  flows    TEXT NOT NULL, -- JSON
  asked_at INTEGER NOT NULL,
  due_at   INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('pending', 'answered', 'overdue')),
  answer   INTEGER REFERENCES events
) STRICT;
CREATE INDEX awaited_due ON awaited_answers (due_at) WHERE state = 'pending';
CREATE INDEX awaited_overdue ON awaited_answers (event) WHERE state = 'overdue';

-- How far events were looked at for deliveries that are to be answered.
CREATE TABLE awaited_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO awaited_cursor VALUES (1, 0);

-- Files that a calendar says are to come: a row for each moment by which one was due, and one for when
-- we began to watch.
CREATE TABLE expected_files (
  id          INTEGER PRIMARY KEY,
  expectation TEXT NOT NULL, -- what is expected, e.g. "D0010 from UDMS by 18:00"
  due_at      INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('began', 'came', 'missing')),
  after_file  INTEGER NOT NULL, -- only files after this one count
  next_after  INTEGER NOT NULL, -- and for the next moment, those after this one
  file        INTEGER REFERENCES files,
  UNIQUE (expectation, due_at)
) STRICT;
CREATE INDEX expected_missing ON expected_files (id) WHERE state = 'missing';
CREATE INDEX expected_by_file ON expected_files (expectation, file) WHERE file IS NOT NULL;
