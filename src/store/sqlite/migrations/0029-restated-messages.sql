-- What a message became events from stays as it is: its data, which they say, and that it was valid. Whom it is
-- about, where it ends and its warnings follow a restate, which says of its events what is otherwise.
DROP TRIGGER messages_refuse_update;
CREATE TRIGGER messages_refuse_update BEFORE UPDATE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasing) AND (
  NEW.id <> OLD.id OR NEW.file <> OLD.file OR NEW.line <> OLD.line
  OR CASE WHEN EXISTS (SELECT 1 FROM events WHERE message = OLD.id)
          THEN NEW.data <> OLD.data OR NEW.invalid <> OLD.invalid
          ELSE (SELECT state FROM files WHERE id = OLD.file) <> 'recording' END)
BEGIN SELECT raise(ABORT, 'messages are never changed'); END;
