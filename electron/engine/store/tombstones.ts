// What was forgotten at a person's wish: that it was, when, and keyed hashes that keep it from coming back. The one door
// through which history may change stands open only inside `whileForgetting`.
import type { EntryId, EpochMs, VersionNumber } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, bytesOrNull, integer, integerOrNull, oneOf, text, timeMs } from './rows.ts';

export const forgettingKinds = ['entry', 'session', 'source', 'word', 'redaction'] as const;
export type ForgettingKind = (typeof forgettingKinds)[number];

export const tombstoneKinds = ['session', 'turn', 'source', 'phrase', 'statement'] as const;
export type TombstoneKind = (typeof tombstoneKinds)[number];

export interface Tombstone {
  readonly kind: TombstoneKind;
  readonly keyedHash: Buffer;
  /** What is needed to look for it, keyed as well; null where the hash is enough. */
  readonly content: string | null;
}

/** Within the caller's transaction. Whatever comes of the work, the door is shut when it ends. */
export function whileForgetting<T, E>(
  db: WritableDb,
  sinceMs: EpochMs,
  work: () => Result<T, E>,
): Result<T, E> {
  db.run(sql`INSERT INTO forgetting (id, since_ms) VALUES (1, ${sinceMs})`);
  try {
    return work();
  } finally {
    db.run(sql`DELETE FROM forgetting`);
  }
}

export const addForgetting = (db: WritableDb, kind: ForgettingKind, atMs: EpochMs): number =>
  db.run(sql`INSERT INTO forgettings (kind, wished_by, at_ms) VALUES (${kind}, 'you', ${atMs})`).rowId;

/** Another number after each; 0 where nothing was ever forgotten. */
export const newestForgetting = (db: ReadableDb): number =>
  db.first(sql`SELECT MAX(number) AS newest FROM forgettings`, (row) => integerOrNull(row, 'newest')) ?? 0;

/** The same thing forgotten twice has one tombstone. */
export const putTombstone = (db: WritableDb, forgetting: number, tombstone: Tombstone): void =>
  void db.run(sql`
    INSERT INTO tombstones (forgetting, kind, keyed_hash, content)
    VALUES (${forgetting}, ${tombstone.kind}, ${tombstone.keyedHash},
      ${tombstone.content === null ? null : pack(tombstone.content)})
    ON CONFLICT (kind, keyed_hash) DO NOTHING`);

export const allTombstones = (db: ReadableDb): readonly Tombstone[] =>
  db.all(
    sql`
      SELECT kind, keyed_hash, content
      FROM tombstones
      ORDER BY number`,
    readTombstone,
  );

export const tombstonesOf = (db: ReadableDb, forgetting: number): readonly Tombstone[] =>
  db.all(
    sql`
      SELECT kind, keyed_hash, content
      FROM tombstones
      WHERE forgetting = ${forgetting}
      ORDER BY number`,
    readTombstone,
  );

function readTombstone(row: Row): Tombstone {
  const content = bytesOrNull(row, 'content');
  return {
    kind: oneOf(row, 'kind', tombstoneKinds),
    keyedHash: Buffer.from(bytes(row, 'keyed_hash')),
    content: content === null ? null : unpack(content),
  };
}

/** As one text each, to compare those of two stores. A redaction takes nothing out of an import's way. */
export const wishesToForget = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db.all(
      sql`
        SELECT kind, at_ms
        FROM forgettings
        WHERE kind <> 'redaction'
        ORDER BY number`,
      (row) => `${oneOf(row, 'kind', forgettingKinds)} ${timeMs(row, 'at_ms')}`,
    ),
  );

export interface Forgetting {
  readonly number: number;
  readonly kind: ForgettingKind;
  readonly atMs: EpochMs;
}

/** Carried out in the rows, but not certified: what was left of it in free pages and logs may still be there. */
export const uncertifiedForgettings = (db: ReadableDb): readonly Forgetting[] =>
  db.all(
    sql`
      SELECT f.number, f.kind, f.at_ms
      FROM forgettings AS f
      WHERE NOT EXISTS (SELECT 1 FROM forgetting_certificates AS c WHERE c.forgetting = f.number)
      ORDER BY f.number`,
    (row) => ({
      number: integer(row, 'number'),
      kind: oneOf(row, 'kind', forgettingKinds),
      atMs: timeMs(row, 'at_ms'),
    }),
  );

export const putCertificate = (db: WritableDb, forgetting: number, json: string): void =>
  void db.run(
    sql`INSERT INTO forgetting_certificates (forgetting, content) VALUES (${forgetting}, ${pack(json)})`,
  );

/** Oldest first, as JSON. */
export const allCertificates = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT content
      FROM forgetting_certificates
      ORDER BY forgetting`,
    (row) => unpack(bytes(row, 'content')),
  );

export const addRedaction = (
  db: WritableDb,
  forgetting: number,
  redacted: { readonly entry: EntryId; readonly version: VersionNumber },
): void =>
  void db.run(sql`
    INSERT INTO redactions (entry, version, forgetting)
    VALUES (${redacted.entry}, ${redacted.version}, ${forgetting})
    ON CONFLICT DO NOTHING`);

export const addLostSupport = (
  db: WritableDb,
  forgetting: number,
  lost: { readonly entry: EntryId; readonly quotes: number },
): void =>
  void db.run(sql`
    INSERT INTO lost_support (entry, forgetting, quotes)
    VALUES (${lost.entry}, ${forgetting}, ${lost.quotes})
    ON CONFLICT DO NOTHING`);

export const lostSupportOf = (
  db: ReadableDb,
  entry: EntryId,
): readonly { readonly atMs: EpochMs; readonly quotes: number }[] =>
  db.all(
    sql`
      SELECT f.at_ms, l.quotes
      FROM lost_support AS l
      JOIN forgettings AS f ON f.number = l.forgetting
      WHERE l.entry = ${entry}
      ORDER BY f.number`,
    (row) => ({ atMs: timeMs(row, 'at_ms'), quotes: integer(row, 'quotes') }),
  );

/** Whether an entry or a version of it was blanked: text(row) of its id. */
export const redactedEntries = (db: ReadableDb): ReadonlySet<string> =>
  new Set(db.all(sql`SELECT DISTINCT entry FROM redactions ORDER BY entry`, (row) => text(row, 'entry')));
