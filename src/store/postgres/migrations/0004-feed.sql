-- The place of each revision among the events: behind the newest there was. So what happened has one order, the same
-- for everybody who reads it, in which nothing new ever comes before something old.
CREATE TABLE revision_places (
  revision bigint PRIMARY KEY REFERENCES revisions,
  after    bigint NOT NULL
);
CREATE INDEX revision_places_in_order ON revision_places (after, revision);
INSERT INTO revision_places (revision, after)
  SELECT r.id,
    greatest(r.event, coalesce((SELECT max(e.seq) FROM events e WHERE e.recorded_at <= r.at), 0))
  FROM revisions r;
CREATE FUNCTION place_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revision_places (revision, after)
    VALUES (NEW.id, coalesce((SELECT max(seq) FROM events), 0));
  RETURN NULL;
END $$;
CREATE TRIGGER revisions_have_places AFTER INSERT ON revisions
  FOR EACH ROW EXECUTE FUNCTION place_revision();
