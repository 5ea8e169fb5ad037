-- Keys grow in the order of arrival, so that a row costs the same in a small store and in a large one.
-- Two indexes cannot: content by hash and process by key. They are kept narrow. The events of a process
-- are chained, each to the one before it, since an index would be a third.

-- Facts about the store itself, such as its id.
CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- While this table has a row, personal values may be replaced (see the triggers). Empty but for the
-- length of one transaction.
CREATE TABLE erasing (
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

-- Strings that repeat in many rows: channels, group codes, subject kinds, process types, event types.
CREATE TABLE strings (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- An arrival is `<claim>/<tail>`; many files share a claim.
CREATE TABLE claims (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- What the envelopes of many files have in common.
CREATE TABLE envelope_keys (
  id               INTEGER PRIMARY KEY,
  family           TEXT NOT NULL,
  flow             TEXT NOT NULL,
  version          TEXT,
  from_role        TEXT,
  from_participant TEXT,
  to_role          TEXT,
  to_participant   TEXT,
  test_flag        TEXT
) STRICT;
CREATE INDEX envelope_keys_by_all ON envelope_keys
  (flow, from_participant, to_participant, version, from_role, to_role, family, test_flag);

-- Raw bytes of small files, zstd, those of one commit together: similar files compress each other.
CREATE TABLE bundles (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Bytes once, whoever brought them. Without a bundle they are in the blob folder under their hash.
CREATE TABLE content (
  id        INTEGER PRIMARY KEY,
  hash_head INTEGER NOT NULL, -- the first 32 bits of the hash
  hash      BLOB NOT NULL,    -- SHA-256
  size      INTEGER NOT NULL,
  bundle    INTEGER REFERENCES bundles,
  start     INTEGER           -- where in the unpacked bundle
) STRICT;
CREATE INDEX content_by_hash ON content (hash_head);

-- Inbound files, whatever became of them.
CREATE TABLE files (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  claim            INTEGER NOT NULL REFERENCES claims,
  tail             TEXT NOT NULL,
  name             TEXT, -- null when the tail is the name
  channel          INTEGER NOT NULL REFERENCES strings,
  content          INTEGER NOT NULL REFERENCES content,
  state            TEXT NOT NULL CHECK
    (state IN ('recording', 'recorded', 'duplicate', 'conflict', 'rejected', 'withdrawn')),
  other_file       INTEGER REFERENCES files,
  modified_at      INTEGER NOT NULL,
  seen_at          INTEGER NOT NULL,
  recorded_at      INTEGER NOT NULL,
  occurred_at      INTEGER NOT NULL,
  envelope_key     INTEGER REFERENCES envelope_keys,
  file_identifier  TEXT,
  created          TEXT,
  identity         TEXT, -- see businessIdentity
  messages         INTEGER NOT NULL,
  invalid          INTEGER NOT NULL,
  awaiting_release INTEGER NOT NULL, -- 1: waits whole until a person releases it
  problems         TEXT, -- JSON; null when there are none
  -- When the file's bytes repeat a file that stands (see RepeatRule; null: by-bytes), and how long its
  -- identifier is its own, in milliseconds (null: for ever). As they were when the file was read.
  repeats          TEXT CHECK (repeats IN ('by-name', 'by-name-and-time', 'never')),
  identity_within  INTEGER,
  -- 1: the sender says that the file is sent again: with one of the same identifier it is a repeat, not a
  -- conflict. As it was when the file was read.
  replay           INTEGER NOT NULL DEFAULT 0,
  -- What a file was read with: Busbar's version and the definition of its flow. Null: not known. While it is the
  -- same, its kept bytes must say what its messages say; when it is another, they may say something else.
  read_with        INTEGER REFERENCES strings,
  UNIQUE (claim, tail)
) STRICT;
CREATE INDEX files_standing_by_identity ON files (identity)
  WHERE state = 'recorded' AND identity IS NOT NULL;
CREATE INDEX files_by_state ON files (state) WHERE state <> 'recorded';
CREATE INDEX files_awaiting_release ON files (awaiting_release) WHERE awaiting_release = 1;
CREATE INDEX files_standing_by_content ON files (content, modified_at) WHERE state = 'recorded';
-- By what partners and people call files.
CREATE INDEX files_by_name ON files (ifnull(name, tail));
CREATE INDEX files_by_identifier ON files (file_identifier) WHERE file_identifier IS NOT NULL;
-- Whether a corrected file replaces a refused one is asked of each that is refused.
CREATE INDEX files_refused ON files (id, identity, occurred_at) WHERE state = 'rejected';

-- The running numbers of senders' files, by sender and flow; a number may have come with several files.
CREATE TABLE sequences (
  sender INTEGER NOT NULL REFERENCES strings, -- role letter and participant, e.g. P:UDMS
  flow   INTEGER NOT NULL REFERENCES strings,
  number INTEGER NOT NULL,
  file   INTEGER NOT NULL REFERENCES files,
  waits  INTEGER NOT NULL, -- 1: what is to be done because of it waits for missing numbers before it
  PRIMARY KEY (sender, flow, number, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX sequences_by_file ON sequences (file);

-- One row for each message of a file.
CREATE TABLE messages (
  id           INTEGER PRIMARY KEY,
  file         INTEGER NOT NULL REFERENCES files,
  line         INTEGER NOT NULL,
  last_line    INTEGER NOT NULL,
  group_code   INTEGER NOT NULL REFERENCES strings,
  subject_kind INTEGER REFERENCES strings,
  subject_key  TEXT,
  data         TEXT NOT NULL, -- JSON
  invalid      INTEGER NOT NULL,
  problems     TEXT,          -- JSON; null when there are none
  UNIQUE (file, line)
) STRICT;
CREATE INDEX messages_with_problems ON messages (file, line) WHERE problems IS NOT NULL;
CREATE INDEX messages_invalid ON messages (invalid) WHERE invalid = 1;

-- Large files whose messages are being written over many commits, for the first time or anew, and the
-- program that does it (see program-mark).
CREATE TABLE unfinished (
  file    INTEGER PRIMARY KEY REFERENCES files,
  program TEXT NOT NULL
) STRICT;

-- What a large file that is active or in conflict says when it is read again; counts for nothing yet.
CREATE TABLE staged_messages (
  file         INTEGER NOT NULL,
  line         INTEGER NOT NULL,
  last_line    INTEGER NOT NULL,
  group_code   INTEGER NOT NULL,
  subject_kind INTEGER,
  subject_key  TEXT,
  data         TEXT NOT NULL,
  invalid      INTEGER NOT NULL,
  problems     TEXT,
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;

-- What routing has to do: files with messages not yet routed, and the line from which on.
CREATE TABLE unrouted (
  file      INTEGER PRIMARY KEY REFERENCES files,
  next_line INTEGER NOT NULL
) STRICT;

-- Events that count, of files of many messages: those of others are quickly counted.
CREATE TABLE event_counts (
  file   INTEGER PRIMARY KEY REFERENCES files,
  events INTEGER NOT NULL
) STRICT;

-- Messages that a type of process could not route, and why.
CREATE TABLE failures (
  message      INTEGER NOT NULL REFERENCES messages,
  process_type INTEGER NOT NULL REFERENCES strings,
  error        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (message, process_type)
) STRICT, WITHOUT ROWID;

-- One business conversation each, by type and key.
CREATE TABLE processes (
  id         INTEGER PRIMARY KEY,
  type       INTEGER NOT NULL REFERENCES strings,
  key        TEXT NOT NULL,
  last_event INTEGER NOT NULL, -- the head of its chain
  UNIQUE (key, type)
) STRICT;

-- Nothing ever leaves this table, so its numbers are never reused.
CREATE TABLE events (
  seq            INTEGER PRIMARY KEY,
  process        INTEGER NOT NULL REFERENCES processes,
  process_type   INTEGER NOT NULL REFERENCES strings,
  type           INTEGER NOT NULL REFERENCES strings,
  occurred_at    INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  previous       INTEGER, -- the event of its process before this one
  message        INTEGER REFERENCES messages,
  data           TEXT, -- null: the data is the message's
  CHECK (message IS NOT NULL OR data IS NOT NULL)
) STRICT;
CREATE INDEX events_by_message ON events (message, process_type);

-- What people decided about files: in conflict, or awaiting release.
CREATE TABLE decisions (
  id        INTEGER PRIMARY KEY,
  file      INTEGER NOT NULL REFERENCES files,
  other     INTEGER REFERENCES files,
  decision  TEXT NOT NULL,
  actor     TEXT NOT NULL,
  reason    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  -- Of the file that a decision about a conflict withdrew: the line from which its messages were still to be
  -- routed, 0 when it had never stood; null when they all were. A decision that is taken back goes on there.
  next_line INTEGER
) STRICT;
CREATE INDEX decisions_by_file ON decisions (file);

-- Each time the kept bytes of a file were read again, and what came of it.
CREATE TABLE readings (
  id        INTEGER PRIMARY KEY,
  file      INTEGER NOT NULL REFERENCES files,
  at        INTEGER NOT NULL,
  state     TEXT NOT NULL,
  messages  INTEGER NOT NULL,
  invalid   INTEGER NOT NULL,
  problems  TEXT,
  read_with INTEGER REFERENCES strings
) STRICT;
CREATE INDEX readings_by_file ON readings (file);

-- What people and programs did to events after they were recorded. Appended only. What the newest of
-- them say together is in `voids` and `amendments`, so that readers need not work it out.
CREATE TABLE revisions (
  id             INTEGER PRIMARY KEY,
  event          INTEGER NOT NULL REFERENCES events,
  process        INTEGER NOT NULL REFERENCES processes,
  kind           TEXT NOT NULL CHECK (kind IN ('void', 'unvoid', 'correct', 'restate')),
  schema_version INTEGER,
  data           TEXT, -- JSON, of 'correct' and 'restate'
  actor          TEXT NOT NULL,
  reason         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  -- What a restate did besides: an event that it voided may come back with the next one.
  restated       INTEGER NOT NULL DEFAULT 0 CHECK (restated IN (0, 1))
) STRICT;
CREATE INDEX revisions_by_process ON revisions (process, id);
CREATE INDEX revisions_by_event ON revisions (event, id);

-- Events that do not count: the newest revision about that says so.
CREATE TABLE voids (event INTEGER PRIMARY KEY REFERENCES events) STRICT;

-- Events whose data is otherwise than it was recorded, and the revision that has it.
CREATE TABLE amendments (
  event    INTEGER PRIMARY KEY REFERENCES events,
  revision INTEGER NOT NULL
) STRICT;

-- Events of files taken in as history.
CREATE TABLE history_events (event INTEGER PRIMARY KEY REFERENCES events) STRICT;

-- What made an event that no message brought: a command, an action, a deadline or a delivery. `identity` is
-- the same however often it is tried: `command:<key>`, `action:<id>:<place>`, `deadline:<id>`.
CREATE TABLE origins (
  event    INTEGER PRIMARY KEY REFERENCES events,
  kind     TEXT NOT NULL CHECK (kind IN ('command', 'action', 'deadline', 'delivery')),
  identity TEXT NOT NULL UNIQUE,
  ref      INTEGER NOT NULL, -- the row in commands, actions, deadlines or outbound
  cause    INTEGER REFERENCES events
) STRICT;

-- What people asked, by command line or console, with what came of it.
CREATE TABLE commands (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE, -- the caller's idempotency key
  name         INTEGER NOT NULL REFERENCES strings,
  process_type INTEGER NOT NULL REFERENCES strings,
  process_key  TEXT NOT NULL,
  data         TEXT NOT NULL, -- JSON
  actor        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  outcome      TEXT NOT NULL CHECK (outcome IN ('recorded', 'refused', 'failed')),
  code         TEXT, -- of a refusal
  message      TEXT  -- of a refusal or failure
) STRICT;
CREATE INDEX commands_failed ON commands (id) WHERE outcome = 'failed';
CREATE INDEX commands_by_process ON commands (process_key);

-- Messages that join a process which is not there yet.
CREATE TABLE unmatched (
  message      INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
  process_type INTEGER NOT NULL REFERENCES strings,
  key          TEXT NOT NULL,
  event_type   INTEGER NOT NULL REFERENCES strings,
  at           INTEGER NOT NULL,
  -- What a message that waits said when it was read last, when that is not what it was recorded with.
  data         TEXT,
  -- A message that waits and was past when its type of process came.
  history      INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1)),
  PRIMARY KEY (message, process_type)
) STRICT, WITHOUT ROWID;
CREATE INDEX unmatched_by_key ON unmatched (process_type, key);

-- The last build of each process: a cache, thrown away at will, but for which events were judged.
CREATE TABLE builds (
  process            INTEGER PRIMARY KEY REFERENCES processes,
  process_type       INTEGER NOT NULL REFERENCES strings,
  definition_version INTEGER NOT NULL,
  seq                INTEGER NOT NULL, -- the newest event it holds, by recording; those up to it are judged
  tail               TEXT,             -- JSON: the place in folding order of the last event it holds
  status             INTEGER REFERENCES strings,
  state              TEXT,             -- JSON; null while no build succeeded
  deadlines          INTEGER NOT NULL, -- how many it asks for
  built_at           INTEGER NOT NULL,
  error              TEXT              -- why the last build failed; null when it did not
) STRICT;
CREATE INDEX builds_by_status ON builds (process_type, status);
CREATE INDEX builds_failed ON builds (process) WHERE error IS NOT NULL;

-- How far events were looked at by the builder: those up to `seq` are built or fail to be.
CREATE TABLE build_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
) STRICT;

-- Processes to be built from the start, because their past changed or a person asks.
CREATE TABLE rebuilds (
  process INTEGER PRIMARY KEY REFERENCES processes,
  ticket  INTEGER NOT NULL -- grows when asked again
) STRICT;
-- The newest ticket is asked for with each corrected event.
CREATE INDEX rebuilds_by_ticket ON rebuilds (ticket);

-- The ledger: one row per event and action, whatever became of it.
CREATE TABLE actions (
  id           INTEGER PRIMARY KEY,
  event        INTEGER NOT NULL REFERENCES events,
  process      INTEGER NOT NULL REFERENCES processes,
  process_type INTEGER NOT NULL REFERENCES strings,
  name         INTEGER NOT NULL REFERENCES strings,
  nth          INTEGER NOT NULL, -- 0; more when a person forced it again
  state        TEXT NOT NULL CHECK
    (state IN ('planned', 'running', 'done', 'failed', 'needs-review', 'skipped', 'cancelled')),
  verdicts     TEXT,             -- JSON; null when there are no conditions
  reason       TEXT,             -- why it is not planned, or how it ended
  planned_at   INTEGER NOT NULL,
  due_at       INTEGER NOT NULL, -- not started before
  parked       INTEGER NOT NULL, -- 1: waits for another action of its process to end
  attempts     INTEGER NOT NULL, -- begun, in all
  uncounted    INTEGER NOT NULL DEFAULT 0, -- of them, those that do not count: before a person's retry, or stopped with the daemon
  token        INTEGER,          -- of the lease; while running
  started_at   INTEGER,          -- of the last attempt
  ended_at     INTEGER,
  UNIQUE (event, name, nth)
) STRICT;
-- A queue for each action of a type of process: one that is on hold or at its limit costs the others nothing.
CREATE INDEX actions_due ON actions (process_type, name, due_at, id)
  WHERE state = 'planned' AND parked = 0;
CREATE INDEX actions_parked ON actions (process, name, id) WHERE state = 'planned' AND parked = 1;
CREATE INDEX actions_running ON actions (process) WHERE state = 'running';
CREATE INDEX actions_stuck ON actions (state, id) WHERE state IN ('failed', 'needs-review');
-- What failed and is tried again automatically: few at a time, and to be found among all that waits.
CREATE INDEX actions_failing ON actions (id) WHERE state = 'planned' AND attempts > uncounted;

-- Moments that states ask for.
CREATE TABLE deadlines (
  id         INTEGER PRIMARY KEY,
  process    INTEGER NOT NULL REFERENCES processes,
  event_type INTEGER NOT NULL REFERENCES strings,
  due_at     INTEGER NOT NULL,
  anchor     TEXT NOT NULL,
  asked_at   INTEGER NOT NULL, -- when the last event occurred of those whose state first asked for it
  -- pending; fired: it is an event; dropped: the state asks no longer; missed: it had passed already
  -- when a state first asked for it while history was taken in
  state      TEXT NOT NULL CHECK (state IN ('pending', 'fired', 'dropped', 'missed')),
  UNIQUE (process, event_type, due_at, anchor)
) STRICT;
CREATE INDEX deadlines_due ON deadlines (due_at, id) WHERE state = 'pending';
CREATE INDEX deadlines_missed ON deadlines (id) WHERE state = 'missed';

-- Who runs actions. A lease that runs out, or whose program is gone, leaves what it had to others.
CREATE TABLE leases (
  token INTEGER PRIMARY KEY AUTOINCREMENT,
  until INTEGER NOT NULL
) STRICT;

-- Attempts that did not get an action done; of the one that did, the action itself tells.
CREATE TABLE attempts (
  action     INTEGER NOT NULL REFERENCES actions,
  attempt    INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK
    (outcome IN ('failed', 'timed-out', 'refused', 'stopped', 'lost')),
  reason     TEXT NOT NULL,
  error      TEXT, -- JSON: name, message and stack, with its causes
  PRIMARY KEY (action, attempt)
) STRICT, WITHOUT ROWID;

-- What people decided about actions.
CREATE TABLE interventions (
  id     INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES actions,
  kind   TEXT NOT NULL CHECK (kind IN ('cancel', 'skip', 'retry', 'force', 'release', 'undo')),
  made   INTEGER REFERENCES actions, -- the row that 'force' and 'undo' made
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX interventions_by_action ON interventions (action, id);
CREATE INDEX interventions_by_made ON interventions (made) WHERE made IS NOT NULL;

-- What people hold: see core/hold.ts. A row stays when its hold is taken off.
CREATE TABLE holds (
  id              INTEGER PRIMARY KEY,
  stage           TEXT NOT NULL CHECK (stage IN ('intake', 'actions', 'outbound')),
  channel         TEXT,
  type            TEXT,
  name            TEXT,
  actor           TEXT NOT NULL,
  reason          TEXT NOT NULL,
  at              INTEGER NOT NULL,
  released_by     TEXT,
  released_reason TEXT,
  released_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX holds_on ON holds (stage, ifnull(channel, ''), ifnull(type, ''), ifnull(name, ''))
  WHERE released_at IS NULL;

-- Files at partners that are or were being fetched: written before a file is fetched, and gone once it is
-- taken away there. A row whose arrival is recorded says that the file is ours already.
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

-- How often somebody asked for a look at a channel at once; the daemon sees that the number grew.
CREATE TABLE poll_requests (
  channel TEXT NOT NULL PRIMARY KEY,
  number  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A file that lay in another: a member of an archive, or what an encrypted message contained.
CREATE TABLE members (
  file      INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
  container INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  path      TEXT NOT NULL
) STRICT;
CREATE INDEX members_by_container ON members (container);

-- Queues: outbound messages of one flow to one recipient, by the channel that was asked for, if one was.
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

-- Outbound messages: one row for each message and e-mail to be sent, committed with the "done" of the action that
-- asked for it.
CREATE TABLE outbound_messages (
  id       INTEGER PRIMARY KEY,
  action   INTEGER, -- the action that asked for it, and which of its effects this is
  place    INTEGER,
  identity TEXT UNIQUE, -- of one that no action asked for: the same however often it is tried
  process  INTEGER REFERENCES processes, -- whose concern it is, and the event because of which it is sent
  cause    INTEGER REFERENCES events,
  queue    INTEGER NOT NULL REFERENCES outbound_queues,
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
CREATE INDEX outbound_messages_by_process ON outbound_messages (process) WHERE process IS NOT NULL;

-- The numbers that we gave our files, by what they run on for. None is given twice, and none left out.
CREATE TABLE numbers (
  series TEXT NOT NULL PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Outbound files: a row for each file and e-mail, with its bytes, before anything of it is sent.
CREATE TABLE outbound (
  id              INTEGER PRIMARY KEY,
  queue           INTEGER NOT NULL REFERENCES outbound_queues,
  channel         INTEGER NOT NULL REFERENCES strings,
  envelope_key    INTEGER REFERENCES envelope_keys, -- null for an e-mail
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
  in_flight       INTEGER NOT NULL, -- 1: it may be getting its name; or cancelled, and not cleaned up after
  attempts        INTEGER NOT NULL, -- that failed
  due_at          INTEGER NOT NULL, -- not tried before
  problem         TEXT,             -- what the last attempt failed with, or why a person is needed
  ended_at        INTEGER,
  -- How often the connection broke while a file was being sent: it is sent alone then, after all others.
  drops           INTEGER NOT NULL DEFAULT 0,
  UNIQUE (series, number)
) STRICT;
CREATE INDEX outbound_open ON outbound (channel, id) WHERE state IN ('ready', 'uploaded') AND on_hold = 0;
CREATE INDEX outbound_stuck ON outbound (state, id) WHERE state IN ('unknown', 'failed');
CREATE INDEX outbound_sending ON outbound (id) WHERE state = 'sending';
CREATE INDEX outbound_by_replaced ON outbound (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX outbound_by_state ON outbound (channel, state);
CREATE INDEX outbound_suspects ON outbound (channel, drops, id)
  WHERE state IN ('ready', 'uploaded') AND drops > 0;
CREATE INDEX outbound_stopped ON outbound (channel, queue)
  WHERE state IN ('unknown', 'failed')
    OR (state IN ('ready', 'uploaded') AND (on_hold = 1 OR attempts > 0 OR drops > 0));
CREATE INDEX outbound_to_clean_up ON outbound (channel)
  WHERE state IN ('cancelled', 'failed') AND in_flight = 1;
CREATE INDEX outbound_by_name ON outbound (name);
CREATE INDEX outbound_by_identifier ON outbound (file_identifier) WHERE file_identifier IS NOT NULL;
CREATE INDEX outbound_failing ON outbound (id)
  WHERE state IN ('ready', 'uploaded') AND on_hold = 0 AND (attempts > 0 OR drops > 0);

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

-- How far files that came in were looked at for whether they are to be answered; no row before the first look.
CREATE TABLE answer_cursor (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  file     INTEGER NOT NULL,
  -- How far readings and decisions were looked at for whether a file that was answered is to be answered otherwise.
  reading  INTEGER NOT NULL DEFAULT 0,
  decision INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was cancelled with its event, which was declared void or was a deadline that had not passed after
-- all, as it was before: when the event counts again, so do these.
CREATE TABLE cancelled_with_event (
  action   INTEGER PRIMARY KEY REFERENCES actions,
  process  INTEGER NOT NULL REFERENCES processes,
  state    TEXT NOT NULL,
  reason   TEXT,
  ended_at INTEGER
) STRICT;
CREATE INDEX cancelled_with_event_by_process ON cancelled_with_event (process);

-- Events that were void before any build judged them: judged when they count again, though newer ones
-- have been judged since.
CREATE TABLE unjudged (
  event   INTEGER PRIMARY KEY REFERENCES events,
  process INTEGER NOT NULL REFERENCES processes
) STRICT;
CREATE INDEX unjudged_by_process ON unjudged (process);

-- Files taken in as history: their events are folded, and nothing is done because of them.
CREATE TABLE history_files (
  file INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE
) STRICT;

-- What people said about what is stuck. Appended only; the newest of each verb holds.
CREATE TABLE stuck_notes (
  id     INTEGER PRIMARY KEY,
  verb   TEXT NOT NULL CHECK (verb IN ('assign', 'note', 'dismiss', 'restore')),
  cause  TEXT NOT NULL,
  kind   TEXT,    -- null, like the number: said of the cause as a whole
  number INTEGER,
  text   TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX stuck_notes_by_item ON stuck_notes (kind, number);
CREATE INDEX stuck_notes_by_cause ON stuck_notes (cause) WHERE kind IS NULL;
CREATE INDEX stuck_notes_dismissing ON stuck_notes (kind, number) WHERE verb = 'dismiss';

-- Numbers that are missing in a sender's sequence of a flow: a row for each run of them, until they come.
CREATE TABLE sequence_gaps (
  id          INTEGER PRIMARY KEY,
  sender      INTEGER NOT NULL REFERENCES strings,
  flow        INTEGER NOT NULL REFERENCES strings,
  from_number INTEGER NOT NULL,
  to_number   INTEGER NOT NULL,
  since       INTEGER NOT NULL, -- when the first file beyond it came
  gives_up    INTEGER NOT NULL, -- from then on nothing waits for it
  UNIQUE (sender, flow, from_number)
) STRICT;

-- Actions that are put off because a file before theirs is missing; by the number of theirs.
CREATE TABLE gap_waits (
  sender INTEGER NOT NULL REFERENCES strings,
  flow   INTEGER NOT NULL REFERENCES strings,
  number INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES actions,
  PRIMARY KEY (sender, flow, number, action)
) STRICT, WITHOUT ROWID;

-- What was sent and is to be answered; the event is the delivery. The answer is a message of one of the
-- flows from the recipient, on any process with the same key.
CREATE TABLE awaited_answers (
  event    INTEGER PRIMARY KEY REFERENCES events,
  process  INTEGER NOT NULL REFERENCES processes,
  outbound INTEGER NOT NULL REFERENCES outbound,
  flows    TEXT NOT NULL, -- JSON
  asked_at INTEGER NOT NULL,
  due_at   INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('pending', 'answered', 'overdue')),
  answer   INTEGER REFERENCES events
) STRICT;
CREATE INDEX awaited_due ON awaited_answers (due_at) WHERE state = 'pending';
CREATE INDEX awaited_overdue ON awaited_answers (event) WHERE state = 'overdue';

-- How far events were looked at for deliveries that are to be answered.
CREATE TABLE awaited_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
) STRICT;

-- Files that a calendar says are to come: a row for each moment by which one was due, and one for when
-- we began to watch.
CREATE TABLE expected_files (
  id          INTEGER PRIMARY KEY,
  expectation TEXT NOT NULL, -- what is expected, e.g. "D0010 from UDMS by 18:00"
  due_at      INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('began', 'came', 'missing')),
  after_file  INTEGER NOT NULL, -- only files after this one count
  next_after  INTEGER NOT NULL, -- and for the next moment, those after this one
  file        INTEGER REFERENCES files,
  UNIQUE (expectation, due_at)
) STRICT;
CREATE INDEX expected_missing ON expected_files (id) WHERE state = 'missing';
CREATE INDEX expected_by_file ON expected_files (expectation, file) WHERE file IS NOT NULL;

-- Messages of an active file which routing was done with when the file was read or routed again. What a
-- type of process takes of them from then on is past, and is taken as history: it may have come later.
CREATE TABLE settled (
  file        INTEGER NOT NULL REFERENCES files,
  line        INTEGER NOT NULL,
  subject_key TEXT,
  data        TEXT, -- what it said, while it is being replaced; null otherwise
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;

-- Types that had not taken them for a failure, or wait with them: those get them as they came.
CREATE TABLE owed (
  file         INTEGER NOT NULL REFERENCES files,
  line         INTEGER NOT NULL,
  process_type INTEGER NOT NULL REFERENCES strings,
  PRIMARY KEY (file, line, process_type)
) STRICT, WITHOUT ROWID;

-- Messages of which something was said and whose line holds none any more since their file was read again.
-- Their numbers are given to no other.
CREATE TABLE moved_messages (
  id          INTEGER PRIMARY KEY,
  file        INTEGER NOT NULL REFERENCES files,
  line        INTEGER NOT NULL,
  new_message INTEGER -- that holds its lines now; null when none does
) STRICT;

-- What a mail server said of single recipients of an e-mail that it did not take for all of them: who has
-- it, and whom it refused for good. Those without a row are tried again.
CREATE TABLE outbound_recipients (
  outbound INTEGER NOT NULL REFERENCES outbound (id),
  address  TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('taken', 'refused')),
  answer   TEXT,
  at       INTEGER NOT NULL,
  PRIMARY KEY (outbound, address)
) STRICT, WITHOUT ROWID;

-- Numbers that a person had skipped, since files had left with them that the store does not know.
CREATE TABLE moved_numbers (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  series   TEXT    NOT NULL,
  last     INTEGER NOT NULL, -- the last that counts as given before; 0: none
  next     INTEGER NOT NULL, -- the one that is given next
  actor    TEXT    NOT NULL,
  reason   TEXT    NOT NULL,
  moved_at INTEGER NOT NULL
) STRICT;

-- Which subjects our files name besides the processes that they are sent for: those are found by their
-- outbound messages.
CREATE TABLE outbound_mentions (
  outbound INTEGER NOT NULL REFERENCES outbound,
  key      TEXT NOT NULL,
  PRIMARY KEY (outbound, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbound_mentions_by_key ON outbound_mentions (key);

-- How far files, readings and decisions were looked at for whether a status file is due; no row before the
-- first look.
CREATE TABLE status_cursor (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  file     INTEGER NOT NULL,
  reading  INTEGER NOT NULL,
  decision INTEGER NOT NULL
) STRICT;

-- What was said of a file in status files, each time that it was something else.
CREATE TABLE statuses (
  file    INTEGER NOT NULL REFERENCES files,
  number  INTEGER NOT NULL, -- 1: the first said of it
  verdict TEXT    NOT NULL, -- what tells one verdict from another
  message INTEGER NOT NULL REFERENCES outbound_messages,
  PRIMARY KEY (file, number)
) STRICT, WITHOUT ROWID;

-- What others call files by besides the identifiers in their headers: the transaction ids of a platform.
CREATE TABLE other_identifiers (
  identifier TEXT    NOT NULL,
  file       INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  PRIMARY KEY (identifier, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX other_identifiers_by_file ON other_identifiers (file);

-- In which files a problem of a code was ever found, for people who ask for a warning's files. A file that
-- is read again may have it no more: whoever asks looks at its problems, too.
CREATE TABLE found_codes (
  code TEXT NOT NULL,
  file INTEGER NOT NULL REFERENCES files (id),
  PRIMARY KEY (code, file)
) STRICT, WITHOUT ROWID;

-- Where a sender began the numbers of a flow's files anew: what was sent from then on is a series of its own.
CREATE TABLE sequence_counts (
  sender   INTEGER NOT NULL REFERENCES strings, -- as `sequences` has the first series
  flow     INTEGER NOT NULL REFERENCES strings,
  began_at INTEGER NOT NULL, -- when its first file was sent
  series   INTEGER NOT NULL REFERENCES strings, -- the sender of this series in `sequences`
  PRIMARY KEY (sender, flow, began_at)
) STRICT, WITHOUT ROWID;

-- Which subjects are named where no process of that key tells of it: by messages that are invalid, in conflict,
-- awaiting release, that no process took or that wait for one, and by lines of refused files. The others are found by
-- their process, so that most messages cost nothing here. A row may be out of date; whoever reads it looks.
-- A line of a file that nobody could read may name several subjects.
CREATE TABLE mentions (
  file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  line INTEGER NOT NULL,
  key  TEXT NOT NULL,
  PRIMARY KEY (file, line, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_key ON mentions (key);

-- Channels out whose files wait for one of their queue before them, as the daemon last began with them.
CREATE TABLE channels_in_order (channel INTEGER PRIMARY KEY REFERENCES strings) STRICT;

-- What else than its key a process is found by: a registration's id, a reference of our own. Several may
-- go by one reference.
CREATE TABLE goes_by (
  process_type INTEGER NOT NULL REFERENCES strings,
  reference    TEXT NOT NULL,
  process      INTEGER NOT NULL REFERENCES processes,
  PRIMARY KEY (process_type, reference, process)
) STRICT, WITHOUT ROWID;
CREATE INDEX goes_by_process ON goes_by (process);

-- By which references a message is given to processes of a type, those that are there and those to come.
-- `history`: it was past when its type of process came.
CREATE TABLE sought (
  process_type INTEGER NOT NULL REFERENCES strings,
  reference    TEXT NOT NULL,
  message      INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
  event_type   INTEGER NOT NULL REFERENCES strings,
  history      INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1)),
  PRIMARY KEY (process_type, reference, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX sought_by_message ON sought (message);

CREATE TRIGGER bundles_refuse_update BEFORE UPDATE ON bundles
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER bundles_refuse_delete BEFORE DELETE ON bundles
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER bundles_refuse_replace BEFORE INSERT ON bundles
WHEN EXISTS (SELECT 1 FROM bundles WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;

CREATE TRIGGER content_refuse_update BEFORE UPDATE ON content
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER content_refuse_delete BEFORE DELETE ON content
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;
CREATE TRIGGER content_refuse_replace BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'raw bytes are never changed'); END;

CREATE TRIGGER files_refuse_delete BEFORE DELETE ON files
WHEN OLD.state <> 'recording'
BEGIN SELECT raise(ABORT, 'files are never removed'); END;
CREATE TRIGGER found_in_file AFTER INSERT ON files WHEN json_valid(new.problems)
BEGIN
  INSERT OR IGNORE INTO found_codes (code, file)
  SELECT p.value ->> 'code', new.id FROM json_each(new.problems) p;
END;
CREATE TRIGGER found_in_file_again AFTER UPDATE OF problems ON files WHEN json_valid(new.problems)
BEGIN
  INSERT OR IGNORE INTO found_codes (code, file)
  SELECT p.value ->> 'code', new.id FROM json_each(new.problems) p;
END;

-- Messages come and go only while their file is recorded or read again. What a message became events from
-- stays as it is: its data and that it was valid. Whom it is about, where it ends and its warnings follow a
-- restate, which says what is otherwise of its events.
CREATE TRIGGER messages_refuse_update BEFORE UPDATE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND (
  NEW.id <> OLD.id OR NEW.file <> OLD.file OR NEW.line <> OLD.line
  OR CASE WHEN EXISTS (SELECT 1 FROM events WHERE message = OLD.id)
          THEN NEW.data <> OLD.data OR NEW.invalid <> OLD.invalid
          ELSE (SELECT state FROM files WHERE id = OLD.file) <> 'recording' END)
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
CREATE TRIGGER messages_refuse_delete BEFORE DELETE ON messages
WHEN (SELECT state FROM files WHERE id = OLD.file) NOT IN ('recording', 'rejected')
BEGIN SELECT raise(ABORT, 'messages are only removed while their file is being recorded'); END;
CREATE TRIGGER messages_refuse_replace BEFORE INSERT ON messages
WHEN EXISTS (SELECT 1 FROM messages WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM messages WHERE file = NEW.file AND line = NEW.line)
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
CREATE TRIGGER found_in_message AFTER INSERT ON messages WHEN json_valid(new.problems)
BEGIN
  INSERT OR IGNORE INTO found_codes (code, file)
  SELECT p.value ->> 'code', new.file FROM json_each(new.problems) p;
END;
CREATE TRIGGER found_in_message_again AFTER UPDATE OF problems ON messages WHEN json_valid(new.problems)
BEGIN
  INSERT OR IGNORE INTO found_codes (code, file)
  SELECT p.value ->> 'code', new.file FROM json_each(new.problems) p;
END;

-- Events are append-only. REPLACE would remove a row without firing the delete trigger, so an insert that
-- would replace one is refused as well; the same holds for the other tables below.
CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM events
             WHERE message = NEW.message AND process_type = NEW.process_type
               AND process = NEW.process AND type = NEW.type)
BEGIN SELECT raise(ABORT, 'events are append-only'); END;

CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_refuse_delete BEFORE DELETE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER readings_refuse_update BEFORE UPDATE ON readings
BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
CREATE TRIGGER readings_refuse_delete BEFORE DELETE ON readings
BEGIN SELECT raise(ABORT, 'readings are append-only'); END;

CREATE TRIGGER revisions_refuse_update BEFORE UPDATE ON revisions
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_refuse_delete BEFORE DELETE ON revisions
BEGIN SELECT raise(ABORT, 'revisions are append-only'); END;

CREATE TRIGGER actions_refuse_delete BEFORE DELETE ON actions
BEGIN SELECT raise(ABORT, 'the ledger of actions is never shortened'); END;

-- Actions that are parked count on one of their process that runs or waits to be claimed. When that is
-- cancelled, skipped or in need of review, whoever does it, they are back in line.
CREATE TRIGGER actions_let_parked_go AFTER UPDATE OF state ON actions
WHEN OLD.state = 'planned' AND NEW.state NOT IN ('planned', 'running')
BEGIN
  UPDATE actions SET parked = 0 WHERE process = NEW.process AND state = 'planned' AND parked = 1;
END;

-- An action that was running when its event was declared void, and did not get done, is not tried again
-- unless the event counts again. One that undoes another is because of the void, not of the event.
CREATE TRIGGER actions_end_with_void AFTER UPDATE OF state ON actions
WHEN OLD.state = 'running' AND NEW.state IN ('planned', 'failed')
  AND EXISTS (SELECT 1 FROM voids v WHERE v.event = NEW.event)
  AND NOT EXISTS (SELECT 1 FROM interventions i WHERE i.made = NEW.id AND i.kind = 'undo')
BEGIN
  INSERT INTO cancelled_with_event (action, process, state, reason, ended_at)
    VALUES (NEW.id, NEW.process, NEW.state, NEW.reason, NEW.ended_at)
    ON CONFLICT (action) DO UPDATE SET
      state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at;
  UPDATE actions SET state = 'cancelled', reason = 'its event was declared void',
    ended_at = ifnull((SELECT max(t.ended_at) FROM attempts t WHERE t.action = NEW.id),
                      (SELECT max(r.at) FROM revisions r WHERE r.event = NEW.event))
  WHERE id = NEW.id;
END;

CREATE TRIGGER attempts_refuse_update BEFORE UPDATE ON attempts
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT raise(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempts_refuse_delete BEFORE DELETE ON attempts
BEGIN SELECT raise(ABORT, 'attempts are append-only'); END;

CREATE TRIGGER interventions_refuse_update BEFORE UPDATE ON interventions
BEGIN SELECT raise(ABORT, 'interventions are append-only'); END;
CREATE TRIGGER interventions_refuse_delete BEFORE DELETE ON interventions
BEGIN SELECT raise(ABORT, 'interventions are append-only'); END;

CREATE TRIGGER holds_refuse_update BEFORE UPDATE ON holds
WHEN OLD.released_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a hold that was taken off is never changed'); END;
CREATE TRIGGER holds_refuse_delete BEFORE DELETE ON holds
BEGIN SELECT raise(ABORT, 'holds are never forgotten'); END;

CREATE TRIGGER members_refuse_update BEFORE UPDATE ON members
BEGIN SELECT raise(ABORT, 'where a file lay is never changed'); END;

-- A member goes only with its file, while that is being recorded.
CREATE TRIGGER members_refuse_delete BEFORE DELETE ON members
WHEN (SELECT state FROM files WHERE id = OLD.file) <> 'recording'
BEGIN SELECT raise(ABORT, 'where a file lay is never changed'); END;

CREATE TRIGGER outbound_refuse_update BEFORE UPDATE OF
  queue, channel, envelope_key, series, number, file_identifier, folder, name, content, messages, replaces
  ON outbound
BEGIN SELECT raise(ABORT, 'outbound files are never changed'); END;
CREATE TRIGGER outbound_refuse_delete BEFORE DELETE ON outbound
BEGIN SELECT raise(ABORT, 'outbound files are never removed'); END;

CREATE TRIGGER outbound_log_refuse_update BEFORE UPDATE ON outbound_log
BEGIN SELECT raise(ABORT, 'the log of outbound files is append-only'); END;
CREATE TRIGGER outbound_log_refuse_delete BEFORE DELETE ON outbound_log
BEGIN SELECT raise(ABORT, 'the log of outbound files is append-only'); END;

CREATE TRIGGER stuck_notes_refuse_update BEFORE UPDATE ON stuck_notes
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;
CREATE TRIGGER stuck_notes_refuse_delete BEFORE DELETE ON stuck_notes
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;

CREATE TRIGGER moved_numbers_refuse_update BEFORE UPDATE ON moved_numbers
BEGIN SELECT raise(ABORT, 'moved_numbers is append-only'); END;
CREATE TRIGGER moved_numbers_refuse_delete BEFORE DELETE ON moved_numbers
BEGIN SELECT raise(ABORT, 'moved_numbers is append-only'); END;

CREATE TRIGGER statuses_refuse_update BEFORE UPDATE ON statuses
BEGIN SELECT raise(ABORT, 'what was said is append-only'); END;
CREATE TRIGGER statuses_refuse_delete BEFORE DELETE ON statuses
BEGIN SELECT raise(ABORT, 'what was said is append-only'); END;

INSERT INTO build_cursor (one, seq) VALUES (1, 0);
INSERT INTO awaited_cursor (one, seq) VALUES (1, 0);
