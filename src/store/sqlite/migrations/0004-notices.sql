-- What is wrong, from when it was first seen until it ended; which notices of it were sent, to whom, and why not.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  -- What it is about: `cause 3f9a1c`, `channel partner`.
  about TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('urgent', 'work', 'info')),
  title TEXT NOT NULL,
  channel TEXT,
  since INTEGER NOT NULL,
  count INTEGER NOT NULL,
  -- JSON: who sees to it, and where more is to be seen.
  assignees TEXT NOT NULL,
  remedy TEXT,
  opened_at INTEGER NOT NULL,
  -- Which time within an hour that the same was noticed, from 1.
  turn INTEGER NOT NULL,
  -- Since when it does not stand, while that is not yet believed.
  gone_since INTEGER,
  ended_at INTEGER,
  -- Why nobody was told more at the last look.
  untold TEXT
) STRICT;

-- One thing has one notice at a time.
CREATE UNIQUE INDEX notices_open ON notices (about) WHERE ended_at IS NULL;
CREATE INDEX notices_opened ON notices (opened_at);
CREATE INDEX notices_ended ON notices (ended_at) WHERE ended_at IS NOT NULL;

CREATE TRIGGER notices_refuse_update BEFORE UPDATE ON notices
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a notice that ended is never changed'); END;

CREATE TABLE notice_messages (
  id INTEGER PRIMARY KEY,
  -- Null of a digest.
  notice INTEGER REFERENCES notices (id),
  contact TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('opened', 'updated', 'reminded', 'ended', 'digest')),
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- JSON: what is said, as it was then.
  content TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
  reason TEXT,
  -- The first of those that leave together; set before anything is tried, so that a retry sends the same.
  bundle INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  settled_at INTEGER
) STRICT;

-- Nobody is notified of the same twice.
CREATE UNIQUE INDEX notice_messages_once ON notice_messages (ifnull(notice, 0), contact, verb, step);
CREATE INDEX notice_messages_waiting ON notice_messages (contact, id) WHERE state = 'waiting';

CREATE TRIGGER notice_messages_refuse_update BEFORE UPDATE ON notice_messages
WHEN OLD.state <> 'waiting'
BEGIN SELECT raise(ABORT, 'what was said is never changed'); END;

CREATE TABLE notice_snoozes (
  id INTEGER PRIMARY KEY,
  -- JSON: everything, a channel, or what a notice is about.
  scope TEXT NOT NULL,
  until INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Set when somebody ended it before its time.
  ended_at INTEGER,
  ended_by TEXT,
  ended_reason TEXT
) STRICT;
CREATE INDEX notice_snoozes_until ON notice_snoozes (until) WHERE ended_at IS NULL;
