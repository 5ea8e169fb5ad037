-- How far each webhook subscription has come in all that happened: what is up to there is in outbound files of its
-- queue, or nobody wanted it. Moved in the transaction that records such a file.
CREATE TABLE subscriptions (
  channel  INTEGER PRIMARY KEY REFERENCES strings,
  queue    INTEGER NOT NULL UNIQUE REFERENCES outbound_queues,
  event    INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;
