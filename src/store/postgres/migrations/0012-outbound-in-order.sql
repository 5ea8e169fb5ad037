-- Files of a channel in a state, in the order in which they were made: the last that was delivered is found by a step
-- down this index, and none is counted by reading the table, whatever the statistics say.
DROP INDEX outbound_by_state;
CREATE INDEX outbound_by_state ON outbound (channel, state, id);
