-- The daemons that have the store, and what each last said of itself. Their numbers grow with each start. What a daemon
-- writes counts only while its row is there: who finds it silent for too long removes it.
CREATE TABLE daemons (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  host_id    text NOT NULL,
  boot       text NOT NULL,
  host       text NOT NULL,
  pid        bigint NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  until      timestamptz NOT NULL,
  said       text,
  said_at    timestamptz
);
