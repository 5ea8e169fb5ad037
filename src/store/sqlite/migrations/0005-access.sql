-- Who may ask over HTTP: tokens of programs, sessions of log-ins, and links that log in once. Of a secret only its
-- SHA-256 is kept: it is random and long, so that nothing is gained by guessing.
CREATE TABLE credentials (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('token', 'session', 'link')),
  name     TEXT NOT NULL,
  hash     BLOB NOT NULL UNIQUE,
  role     TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
  personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL,
  ends_at  INTEGER,
  used_at  INTEGER,
  ended_at INTEGER,
  ended_by TEXT
) STRICT;
CREATE INDEX credentials_open ON credentials (kind, name) WHERE ended_at IS NULL;

-- Who logs in by a password, of which an argon2id hash is kept.
CREATE TABLE people (
  name     TEXT PRIMARY KEY,
  password TEXT NOT NULL,
  role     TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
  personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL
) STRICT;

-- What was asked over HTTP that changes something, and what was refused. Only ever added to.
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  actor   TEXT,
  address TEXT NOT NULL,
  act     TEXT NOT NULL,
  reason  TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  code    TEXT,
  request TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_actor ON audit (actor, id);
CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'what was asked is never changed'); END;
CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'what was asked is never deleted'); END;

-- Answers to what was asked under a key, so that the same asked again is answered and not done again. Kept a week.
CREATE TABLE kept_answers (
  actor   TEXT NOT NULL,
  key     TEXT NOT NULL,
  request BLOB NOT NULL,
  status  INTEGER NOT NULL,
  body    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answers_by_age ON kept_answers (at);
