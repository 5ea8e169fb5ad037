-- How often the connection broke while a file was being sent: it is sent alone then, after all others.
ALTER TABLE outbound ADD COLUMN drops INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbound_suspects ON outbound (channel, drops, id)
  WHERE state IN ('ready', 'uploaded') AND drops > 0;

DROP INDEX outbound_stopped;
CREATE INDEX outbound_stopped ON outbound (channel, queue)
  WHERE state IN ('unknown', 'failed')
    OR (state IN ('ready', 'uploaded') AND (on_hold = 1 OR attempts > 0 OR drops > 0));

-- One given up while a connection was broken may have left something under its temporary name.
DROP INDEX outbound_to_clean_up;
CREATE INDEX outbound_to_clean_up ON outbound (channel)
  WHERE state IN ('cancelled', 'failed') AND in_flight = 1;
