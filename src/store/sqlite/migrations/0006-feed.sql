-- The place of each revision among the events: behind the newest there was. So what happened has one order, the same
-- for everybody who reads it, in which nothing new ever comes before something old.
CREATE TABLE revision_places (
  revision INTEGER PRIMARY KEY REFERENCES revisions,
  after    INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_places_in_order ON revision_places (after, revision);
INSERT INTO revision_places (revision, after)
  SELECT r.id, max(r.event, ifnull((SELECT max(e.seq) FROM events e WHERE e.recorded_at <= r.at), 0))
  FROM revisions r;
CREATE TRIGGER revisions_have_places AFTER INSERT ON revisions
BEGIN
  INSERT INTO revision_places (revision, after)
    VALUES (new.id, ifnull((SELECT max(seq) FROM events), 0));
END;
