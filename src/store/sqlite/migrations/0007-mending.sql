-- What a restate did besides: an event that it voided may come back with the next one.
ALTER TABLE revisions ADD COLUMN restated INTEGER NOT NULL DEFAULT 0 CHECK (restated IN (0, 1));

-- What a message that waits said when it was read last, when that is not what it was recorded with.
ALTER TABLE unmatched ADD COLUMN data TEXT;

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

-- A message that is read to be about another process is an event there too, and void here: so it may have
-- an event on each of several processes of a type, of which one counts.
DROP INDEX events_by_message;
CREATE INDEX events_by_message ON events (message, process_type);
DROP TRIGGER events_refuse_replace;
CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM events
             WHERE message = NEW.message AND process_type = NEW.process_type
               AND process = NEW.process AND type = NEW.type)
BEGIN SELECT raise(ABORT, 'events are append-only'); END;

-- The newest ticket is asked for with each mended event.
CREATE INDEX rebuilds_by_ticket ON rebuilds (ticket);

-- A large file that is dropped half recorded takes its mark with it.
DROP TABLE history_files;
CREATE TABLE history_files (
  file INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE
) STRICT;

-- A message that waits and was past when its type of process came.
ALTER TABLE unmatched ADD COLUMN history INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1));

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
