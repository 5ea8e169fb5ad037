-- What failed and is tried again by itself: few at a time, and to be found among all that waits.
CREATE INDEX actions_failing ON actions (id) WHERE state = 'planned' AND attempts > uncounted;
CREATE INDEX outbound_failing ON outbound (id)
  WHERE state IN ('ready', 'uploaded') AND on_hold = 0 AND (attempts > 0 OR drops > 0);
