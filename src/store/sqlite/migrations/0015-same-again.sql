-- When the file's bytes repeat a file that stands (see RepeatRule; null: by-bytes), and how long its
-- identifier is its own, in milliseconds (null: for ever). As they were when the file was read.
ALTER TABLE files ADD COLUMN repeats TEXT CHECK (repeats IN ('by-name', 'by-name-and-time', 'never'));
ALTER TABLE files ADD COLUMN identity_within INTEGER;

-- Several files may stand with the same bytes now: of those changed no earlier than an arrival one is found
-- without walking over the others.
DROP INDEX files_standing_by_content;
CREATE INDEX files_standing_by_content ON files (content, modified_at) WHERE state = 'recorded';
