-- Which subjects are named where no process of that key tells of it: by messages that are invalid, in conflict,
-- awaiting release, that no process took or that wait for one, and by lines of refused files. The others are found by
-- their process, so that most messages cost nothing here. A row may be out of date; whoever reads it looks.
CREATE TABLE mentions (
  file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  line INTEGER NOT NULL,
  key  TEXT NOT NULL,
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_key ON mentions (key);

INSERT INTO mentions (file, line, key)
SELECT m.file, m.line, m.subject_key
FROM messages m JOIN files f ON f.id = m.file
WHERE m.subject_key IS NOT NULL AND f.state <> 'recording' AND NOT EXISTS (
  SELECT 1 FROM events e JOIN processes p ON p.id = e.process
  WHERE e.message = m.id AND p.key = m.subject_key);

-- By what partners and people call files.
CREATE INDEX files_by_name ON files (ifnull(name, tail));
CREATE INDEX files_by_identifier ON files (file_identifier) WHERE file_identifier IS NOT NULL;
CREATE INDEX outbound_by_name ON outbound (name);
CREATE INDEX outbound_by_identifier ON outbound (file_identifier) WHERE file_identifier IS NOT NULL;
CREATE INDEX outbound_messages_by_process ON outbound_messages (process) WHERE process IS NOT NULL;
CREATE INDEX commands_by_process ON commands (process_key);
