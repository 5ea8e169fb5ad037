-- Channels out whose files wait for one of their queue before them, as the daemon last began with them.
CREATE TABLE channels_in_order (channel INTEGER PRIMARY KEY REFERENCES strings) STRICT;
