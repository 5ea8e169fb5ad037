-- Messages of a file that stands which routing was done with when the file was read or routed again. What a
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
