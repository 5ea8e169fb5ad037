-- Who gets what: messages of one flow to one recipient, by the channel that was asked for, if one was.
-- They keep their order. The e-mails of a channel are one queue.
CREATE TABLE outbound_queues (
  id             INTEGER PRIMARY KEY,
  flow           TEXT, -- as it was asked for, e.g. D0155 or D0155001; null for e-mails
  to_role        TEXT,
  to_participant TEXT,
  channel        TEXT, -- null: the one that is configured for them
  problem        TEXT, -- why nothing of it can be sent, in words
  problem_at     INTEGER
) STRICT;
CREATE INDEX queues_by_all ON outbound_queues (flow, to_participant, to_role, channel);
CREATE INDEX queues_stuck ON outbound_queues (id) WHERE problem IS NOT NULL;

-- What is to be sent: one row for each message and e-mail, committed with the "done" of the action that
-- asked for it.
CREATE TABLE outbound_messages (
  id       INTEGER PRIMARY KEY,
  action   INTEGER, -- the action that asked for it, and which of its effects this is
  place    INTEGER,
  identity TEXT UNIQUE, -- of one that no action asked for: the same however often it is tried
  process  INTEGER REFERENCES processes, -- whose concern it is, and the event because of which it is sent
  cause    INTEGER REFERENCES events,
  queue     INTEGER NOT NULL REFERENCES outbound_queues,
  data     TEXT NOT NULL, -- JSON
  at       INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'stuck', 'filed', 'cancelled')),
  outbound INTEGER REFERENCES outbound, -- the file it went in
  problems TEXT, -- JSON: why it cannot be written
  UNIQUE (action, place),
  CHECK ((action IS NULL) <> (identity IS NULL)),
  CHECK ((outbound IS NULL) = (state <> 'filed'))
) STRICT;
CREATE INDEX outbound_messages_waiting ON outbound_messages (queue, id) WHERE state = 'waiting';
CREATE INDEX outbound_messages_stuck ON outbound_messages (id) WHERE state = 'stuck';
CREATE INDEX outbound_messages_by_outbound ON outbound_messages (outbound) WHERE outbound IS NOT NULL;

-- The numbers that we gave our files, by what they run on for. None is given twice, and none left out.
CREATE TABLE numbers (
  series TEXT NOT NULL PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Outbound files: a row for each file and e-mail, with its bytes, before anything of it is sent.
CREATE TABLE outbound (
  id              INTEGER PRIMARY KEY,
  queue            INTEGER NOT NULL REFERENCES outbound_queues,
  channel         INTEGER NOT NULL REFERENCES strings,
  envelope_key         INTEGER REFERENCES envelope_keys, -- null for an e-mail
  series          TEXT,
  number          INTEGER,
  file_identifier TEXT,
  folder          TEXT NOT NULL,
  name            TEXT NOT NULL, -- of an e-mail, its Message-ID
  temporary       TEXT NOT NULL, -- the name while it is being written; nobody can guess it
  content         INTEGER NOT NULL REFERENCES content,
  messages        INTEGER NOT NULL,
  replaces        INTEGER REFERENCES outbound, -- the one that it was sent again for
  created_at      INTEGER NOT NULL,
  -- ready: nothing of it counts yet. uploaded: whole under its temporary name; may have its own name by
  -- now. sending: an e-mail that the server was given and has not answered for. unknown: nobody can tell
  -- whether it arrived. failed: it needs a person.
  state           TEXT NOT NULL CHECK
    (state IN ('ready', 'uploaded', 'sending', 'delivered', 'unknown', 'failed', 'cancelled')),
  on_hold         INTEGER NOT NULL, -- 1: waits until a person releases it
  in_flight         INTEGER NOT NULL, -- 1: it may be getting its name; or cancelled, and not tidied up after
  attempts        INTEGER NOT NULL, -- that failed
  due_at          INTEGER NOT NULL, -- not tried before
  problem         TEXT,             -- what the last attempt failed with, or why a person is needed
  ended_at        INTEGER,
  UNIQUE (series, number)
) STRICT;
CREATE INDEX outbound_open ON outbound (channel, id) WHERE state IN ('ready', 'uploaded') AND on_hold = 0;
-- What others of their queue may have to wait for.
CREATE INDEX outbound_stopped ON outbound (channel, queue)
  WHERE state IN ('unknown', 'failed') OR (state IN ('ready', 'uploaded') AND (on_hold = 1 OR attempts > 0));
CREATE INDEX outbound_to_clean_up ON outbound (channel) WHERE state = 'cancelled' AND in_flight = 1;
CREATE INDEX outbound_stuck ON outbound (state, id) WHERE state IN ('unknown', 'failed');
CREATE INDEX outbound_sending ON outbound (id) WHERE state = 'sending';
CREATE INDEX outbound_by_replaced ON outbound (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX outbound_by_state ON outbound (channel, state);

CREATE TRIGGER outbound_refuse_delete BEFORE DELETE ON outbound
BEGIN SELECT raise(ABORT, 'what was to leave is never forgotten'); END;
CREATE TRIGGER outbound_refuse_update BEFORE UPDATE OF
  queue, channel, envelope_key, series, number, file_identifier, folder, name, content, messages, replaces
  ON outbound
BEGIN SELECT raise(ABORT, 'what leaves is never changed'); END;

-- What happened to each: attempts that failed, and what people decided.
CREATE TABLE outbound_log (
  id       INTEGER PRIMARY KEY,
  outbound INTEGER REFERENCES outbound,
  message  INTEGER REFERENCES outbound_messages, -- when one message is meant
  at       INTEGER NOT NULL,
  what     TEXT NOT NULL,
  actor    TEXT, -- null: the daemon
  reason   TEXT
) STRICT;
CREATE INDEX outbound_log_by_outbound ON outbound_log (outbound);
CREATE TRIGGER outbound_log_refuse_update BEFORE UPDATE ON outbound_log
BEGIN SELECT raise(ABORT, 'the log of what leaves is append-only'); END;
CREATE TRIGGER outbound_log_refuse_delete BEFORE DELETE ON outbound_log
BEGIN SELECT raise(ABORT, 'the log of what leaves is append-only'); END;

-- How far files that came in were looked at for whether they are to be answered; no row before the first look.
CREATE TABLE answer_cursor (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  file INTEGER NOT NULL
) STRICT;
