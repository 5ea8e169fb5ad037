-- Which subjects our files name besides the processes that they are sent for: those are found by outbox.
CREATE TABLE outbound_mentions (
  outbound INTEGER NOT NULL REFERENCES outbound,
  key      TEXT NOT NULL,
  PRIMARY KEY (outbound, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbound_mentions_by_key ON outbound_mentions (key);
