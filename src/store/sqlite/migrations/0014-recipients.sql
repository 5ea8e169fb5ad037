-- What a mail server said of single recipients of an e-mail that it did not take for all of them: who has
-- it, and whom it refused for good. Those without a row are tried again.
CREATE TABLE outbound_recipients (
  outbound INTEGER NOT NULL REFERENCES outbound (id),
  address TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('taken', 'refused')),
  answer TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (outbound, address)
) STRICT, WITHOUT ROWID;
