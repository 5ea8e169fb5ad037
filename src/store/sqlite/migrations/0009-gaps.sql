-- Up to which number a sender's files of a flow are here without a gap, and since when, in milliseconds
-- since 1970, a file beyond the gap is. A gap that nobody filled in time is given up: the number moves on.
CREATE TABLE sequence_heads (
  sender    INTEGER NOT NULL REFERENCES words,
  flow      INTEGER NOT NULL REFERENCES words,
  number    INTEGER NOT NULL,
  gap_since INTEGER,
  gives_up  INTEGER, -- when the gap is given up
  PRIMARY KEY (sender, flow)
) STRICT, WITHOUT ROWID;
CREATE INDEX sequence_gaps ON sequence_heads (gap_since) WHERE gap_since IS NOT NULL;

-- Actions that are put off because a file before theirs is missing; by the number of theirs.
CREATE TABLE gap_waits (
  sender INTEGER NOT NULL REFERENCES words,
  flow   INTEGER NOT NULL REFERENCES words,
  number INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES actions,
  PRIMARY KEY (sender, flow, number, action)
) STRICT, WITHOUT ROWID;
