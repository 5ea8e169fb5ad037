-- The last transaction of each program that has the store open: whether one counts whose end was lost with its
-- connection.
CREATE TABLE last_writes (
  session text COLLATE "C" NOT NULL PRIMARY KEY,
  number  bigint NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
