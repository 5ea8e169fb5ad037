-- In which files a problem of a code was ever found, for people who ask for a warning's files. A file that
-- is read again may have it no more: whoever asks looks at its problems, too.
CREATE TABLE found_codes (
  code TEXT NOT NULL,
  file INTEGER NOT NULL REFERENCES files (id),
  PRIMARY KEY (code, file)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO found_codes (code, file)
SELECT p.value ->> 'code', f.id
FROM files f, json_each(f.problems) p WHERE json_valid(f.problems);

INSERT OR IGNORE INTO found_codes (code, file)
SELECT p.value ->> 'code', m.file
FROM messages m, json_each(m.problems) p WHERE json_valid(m.problems);

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
