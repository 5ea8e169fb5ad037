-- A message keeps its number when its file is read again: its row is made to say what the reading says. One
-- that became an event stays as it is.
DROP TRIGGER messages_refuse_update;
CREATE TRIGGER messages_refuse_update BEFORE UPDATE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND (
  NEW.id <> OLD.id OR NEW.file <> OLD.file OR NEW.line <> OLD.line
  OR (SELECT state FROM files WHERE id = OLD.file) <> 'recording'
  OR EXISTS (SELECT 1 FROM events WHERE message = OLD.id))
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
