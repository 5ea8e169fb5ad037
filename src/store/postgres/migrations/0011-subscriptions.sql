-- How far each webhook subscription has come in all that happened: what is up to there is in outbound files of its
-- queue, or nobody wanted it. Moved in the transaction that records such a file.
CREATE TABLE subscriptions (
  channel  bigint PRIMARY KEY REFERENCES strings,
  queue    bigint NOT NULL UNIQUE REFERENCES outbound_queues,
  event    bigint NOT NULL,
  revision bigint NOT NULL,
  begun_at bigint NOT NULL
);
