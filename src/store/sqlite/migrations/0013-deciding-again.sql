-- Of the file that a decision about a conflict withdrew: the line from which its messages were still to be
-- routed, 0 when it had never stood; null when they all were. A decision that is taken back goes on there.
ALTER TABLE decisions ADD COLUMN next_line INTEGER;

-- Until now `keep-first` was only said of files that had never stood.
DROP TRIGGER decisions_refuse_update;
UPDATE decisions SET next_line = 0 WHERE decision = 'keep-first';
CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
