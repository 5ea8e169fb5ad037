-- How long a daemon's silence is waited out, and since when it has said without a break that it lives. Only one that
-- could do so for as long may take others for dead: when the server was away, all of them were silent.
ALTER TABLE daemons
  ADD COLUMN silence interval NOT NULL DEFAULT '30 seconds',
  ADD COLUMN unbroken_since timestamptz NOT NULL DEFAULT clock_timestamp();
