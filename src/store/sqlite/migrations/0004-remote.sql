-- What is or was in our hands of the files that lie at partners: written before a file is fetched, and
-- gone once it is taken away there. A row whose arrival is recorded says that the file is ours already.
CREATE TABLE remote_files (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  place       INTEGER NOT NULL REFERENCES strings, -- server, user and folder
  name        TEXT NOT NULL,
  size        INTEGER, -- null: the server does not say; likewise below
  modified_at INTEGER,
  claim       TEXT NOT NULL, -- its arrival is <claim>/<name>
  kept        INTEGER NOT NULL, -- 1: nothing is left to do for it, and it stays where it is
  UNIQUE (place, name)
) STRICT;

-- How often somebody wished for a look at a channel at once; the daemon sees that the number grew.
CREATE TABLE poll_requests (
  channel TEXT NOT NULL PRIMARY KEY,
  number  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
