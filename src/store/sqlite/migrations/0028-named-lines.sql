-- A line of a file that nobody could read may name several subjects.
CREATE TABLE named_lines (
  file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  line INTEGER NOT NULL,
  key  TEXT NOT NULL,
  PRIMARY KEY (file, line, key)
) STRICT, WITHOUT ROWID;
INSERT INTO named_lines (file, line, key) SELECT file, line, key FROM mentions;
DROP TABLE mentions;
ALTER TABLE named_lines RENAME TO mentions;
CREATE INDEX mentions_by_key ON mentions (key);

-- Whether a corrected file stands in the place of a refused one is asked of each that is refused.
CREATE INDEX files_refused ON files (id, identity, occurred_at) WHERE state = 'rejected';
