// What its owner said is no secret: keyed hashes and where each was marked. Nothing here tells a value or how long it is.
import type { Migration } from '../migrate.ts';

const listed = `
CREATE TABLE not_secrets (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  -- Over the kind and the value, with a key that lies outside of the data folder.
  keyed_hash BLOB NOT NULL UNIQUE,
  -- Tells the key itself: a row of another key is not in force.
  key_hash BLOB NOT NULL,
  -- Where it was marked. A session that is forgotten takes it along: the value is masked again.
  session INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX not_secrets_by_session ON not_secrets (session);
`;

export const notSecrets: Migration = {
  number: 210,
  name: 'what is no secret',
  up: (db) => db.script(listed),
};
