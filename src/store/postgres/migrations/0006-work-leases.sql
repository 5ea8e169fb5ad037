-- Which daemon does which part of the work: each channel, and each stage that one daemon does at a time. A lease is good
-- for as long as its daemon is there.
CREATE TABLE work_leases (
  part   text COLLATE "C" NOT NULL PRIMARY KEY,
  daemon bigint NOT NULL REFERENCES daemons ON DELETE CASCADE,
  since  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX work_leases_daemon ON work_leases (daemon);

-- The parts that a daemon could do, as its settings have them: a list in JSON.
ALTER TABLE daemons ADD COLUMN wants text NOT NULL DEFAULT '[]';

-- A lease on actions is its daemon's, where one took it, and good for as long; no clock is asked then.
ALTER TABLE leases ADD COLUMN daemon bigint;
