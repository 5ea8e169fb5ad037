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
CREATE TRIGGER moved_numbers_refuse_update BEFORE UPDATE ON moved_numbers
BEGIN SELECT raise(ABORT, 'moved_numbers is append-only'); END;
CREATE TRIGGER moved_numbers_refuse_delete BEFORE DELETE ON moved_numbers
BEGIN SELECT raise(ABORT, 'moved_numbers is append-only'); END;
