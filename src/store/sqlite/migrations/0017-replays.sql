-- 1: the sender says that the file is sent again: with one of the same identifier it is a repeat, not a
-- conflict. As it was when the file was read.
ALTER TABLE files ADD COLUMN replay INTEGER NOT NULL DEFAULT 0;
