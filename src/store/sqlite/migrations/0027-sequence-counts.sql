-- Where a sender began the numbers of a flow's files anew: what was sent from then on is a series of its own.
CREATE TABLE sequence_counts (
  sender   INTEGER NOT NULL REFERENCES strings, -- as `sequences` has the first series
  flow     INTEGER NOT NULL REFERENCES strings,
  began_at INTEGER NOT NULL, -- when its first file was sent
  series   INTEGER NOT NULL REFERENCES strings, -- the sender of this series in `sequences`
  PRIMARY KEY (sender, flow, began_at)
) STRICT, WITHOUT ROWID;
