-- Numbers that are missing in a sender's sequence of a flow: a row for each run of them, until they come.
CREATE TABLE sequence_gaps (
  id          INTEGER PRIMARY KEY,
  sender      INTEGER NOT NULL REFERENCES strings,
  flow        INTEGER NOT NULL REFERENCES strings,
  from_number INTEGER NOT NULL,
  to_number   INTEGER NOT NULL,
  since       INTEGER NOT NULL, -- when the first file beyond it came
  gives_up    INTEGER NOT NULL, -- from then on nothing waits for it
  UNIQUE (sender, flow, from_number)
) STRICT;

-- Actions that are put off because a file before theirs is missing; by the number of theirs.
CREATE TABLE gap_waits (
  sender INTEGER NOT NULL REFERENCES strings,
  flow   INTEGER NOT NULL REFERENCES strings,
  number INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES actions,
  PRIMARY KEY (sender, flow, number, action)
) STRICT, WITHOUT ROWID;
