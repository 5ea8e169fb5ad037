-- How far readings and decisions were looked at for whether a file that was answered is to be answered otherwise.
ALTER TABLE answer_cursor ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer_cursor ADD COLUMN decision INTEGER NOT NULL DEFAULT 0;
UPDATE answer_cursor SET
  reading = (SELECT ifnull(max(id), 0) FROM readings),
  decision = (SELECT ifnull(max(id), 0) FROM decisions);
