-- A message keeps its number when its file is read again: its row is made to say what the reading says. One
-- that became an event stays as it is.
DROP TRIGGER messages_refuse_update;
CREATE TRIGGER messages_refuse_update BEFORE UPDATE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND (
  NEW.id <> OLD.id OR NEW.file <> OLD.file OR NEW.line <> OLD.line
  OR (SELECT state FROM files WHERE id = OLD.file) <> 'recording'
  OR EXISTS (SELECT 1 FROM events WHERE message = OLD.id))
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;

-- Messages of which something was said and whose line holds none any more since their file was read again.
-- Their numbers are given to no other.
CREATE TABLE moved_messages (
  id          INTEGER PRIMARY KEY,
  file        INTEGER NOT NULL REFERENCES files,
  line        INTEGER NOT NULL,
  new_message INTEGER -- that holds its lines now; null when none does
) STRICT;
