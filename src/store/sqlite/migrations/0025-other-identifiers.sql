-- What others call files by besides the identifiers in their headers: the transaction ids of a platform.
CREATE TABLE other_identifiers (
  identifier TEXT    NOT NULL,
  file       INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  PRIMARY KEY (identifier, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX other_identifiers_by_file ON other_identifiers (file);
