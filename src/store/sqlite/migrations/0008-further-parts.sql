-- What refused files hold besides the file that their headers begin, by business identity: other files that ran into
-- them. Only when each has come, another file replaces a refused one. Empty: it is unknown whose the
-- part is, so that only a person can say that nothing of it is missing.
CREATE TABLE further_parts (
  file     INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  identity TEXT    NOT NULL,
  PRIMARY KEY (file, identity)
) STRICT, WITHOUT ROWID;

-- Of files that were refused before, it is only known that there may be more.
INSERT INTO further_parts (file, identity)
  SELECT id, '' FROM files
  WHERE state = 'rejected'
    AND (problems LIKE '%"SECOND_HEADER"%' OR problems LIKE '%"FILE_IDENTIFIER_DIFFERS"%'
      OR problems LIKE '%"PACKED_UNREAD"%'
      OR problems LIKE '%"AFTER_TRAILER"%' AND problems NOT LIKE '%There are blanks, NULs or the like after%');
