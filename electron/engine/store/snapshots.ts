// What agents' memory files held whenever they were looked at: their bytes once each, and every sighting in order. The
// guard asks what others did to them; whoever writes asks what stood there before.
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err } from '../../../shared/result.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { bytes, integer, integerOrNull, oneOf, text, textOrNull, timeMs } from './rows.ts';
import type { Address, Sealer } from './sealing.ts';
import { asAddress } from './sealing.ts';

/** Whose memory a file is; `other` for a file that a person named themselves (learnings.md). */
export type FileOwner = LocalAgent | 'other';
export const fileOwners = [
  'claude-code',
  'codex',
  'openclaw',
  'other',
] as const satisfies readonly FileOwner[];

export type MadeBy = 'first-seen' | 'others' | 'us';

export interface Sighting {
  readonly number: number;
  /** As people see it: below the home folder where it lies there. */
  readonly path: string;
  readonly agent: FileOwner;
  /** Null where the file was gone. */
  readonly address: Address | null;
  readonly mode: number | null;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  readonly madeBy: MadeBy;
  /** The apply that wrote it, for `us`. */
  readonly apply: number | null;
  readonly seenAtMs: EpochMs;
  readonly isPinned: boolean;
}

/** Keeps the bytes once, whoever asks how often, and gives their address. */
export function keepContent(db: WritableDb, sealer: Sealer, content: Uint8Array): Address {
  const address = sealer.addressOf(content);
  const known = db.first(
    sql`
      SELECT address
      FROM file_contents
      WHERE address = ${address}`,
    (row) => text(row, 'address'),
  );
  if (known !== null) return address;
  db.run(sql`
    INSERT INTO file_contents (address, plain_bytes, content)
    VALUES (${address}, ${content.length}, ${sealer.pack(address, content)})`);
  return address;
}

export function readContent(db: ReadableDb, sealer: Sealer, address: Address): Result<Buffer, Failure> {
  const found = db.first(
    sql`
      SELECT content, plain_bytes, forgotten_at_ms
      FROM file_contents
      WHERE address = ${address}`,
    (row) => ({
      packed: bytes(row, 'content'),
      plainBytes: integer(row, 'plain_bytes'),
      forgottenAtMs: integerOrNull(row, 'forgotten_at_ms'),
    }),
  );
  if (found === null) return err(thinnedOut);
  if (found.forgottenAtMs !== null) return err(forgotten);
  const opened = sealer.unpack(address, found.packed);
  if (opened.ok) assert(opened.value.length === found.plainBytes, `${address} has ${found.plainBytes} bytes`);
  return opened;
}

export function addSighting(db: WritableDb, sighting: Omit<Sighting, 'number' | 'isPinned'>): number {
  return db.run(sql`
    INSERT INTO file_sightings (path, agent, address, mode, lines_added, lines_removed, made_by, apply, seen_at_ms)
    VALUES (${sighting.path}, ${sighting.agent}, ${sighting.address}, ${sighting.mode}, ${sighting.linesAdded},
      ${sighting.linesRemoved}, ${sighting.madeBy}, ${sighting.apply}, ${sighting.seenAtMs})`).rowId;
}

export const newestSighting = (db: ReadableDb, path: string): Sighting | null =>
  db.first(
    sql`
      SELECT s.number, s.path, s.agent, s.address, s.mode, s.lines_added, s.lines_removed, s.made_by, s.apply,
        s.seen_at_ms, p.sighting AS pin
      FROM file_sightings AS s
      LEFT JOIN pinned_sightings AS p ON p.sighting = s.number
      WHERE s.path = ${path}
      ORDER BY s.number DESC
      LIMIT 1`,
    readSighting,
  );

/** Newest first. */
export const sightingsOf = (db: ReadableDb, path: string): readonly Sighting[] =>
  db.all(
    sql`
      SELECT s.number, s.path, s.agent, s.address, s.mode, s.lines_added, s.lines_removed, s.made_by, s.apply,
        s.seen_at_ms, p.sighting AS pin
      FROM file_sightings AS s
      LEFT JOIN pinned_sightings AS p ON p.sighting = s.number
      WHERE s.path = ${path}
      ORDER BY s.number DESC`,
    readSighting,
  );

/** Oldest first. */
export const sightingsSince = (db: ReadableDb, sinceMs: EpochMs): readonly Sighting[] =>
  db.all(
    sql`
      SELECT s.number, s.path, s.agent, s.address, s.mode, s.lines_added, s.lines_removed, s.made_by, s.apply,
        s.seen_at_ms, p.sighting AS pin
      FROM file_sightings AS s
      LEFT JOIN pinned_sightings AS p ON p.sighting = s.number
      WHERE s.seen_at_ms >= ${sinceMs}
      ORDER BY s.number`,
    readSighting,
  );

export const sightingByNumber = (db: ReadableDb, number: number): Sighting | null =>
  db.first(
    sql`
      SELECT s.number, s.path, s.agent, s.address, s.mode, s.lines_added, s.lines_removed, s.made_by, s.apply,
        s.seen_at_ms, p.sighting AS pin
      FROM file_sightings AS s
      LEFT JOIN pinned_sightings AS p ON p.sighting = s.number
      WHERE s.number = ${number}`,
    readSighting,
  );

/** The newest sighting before it of the same file; null for the first. */
export const sightingBefore = (db: ReadableDb, sighting: Sighting): Sighting | null =>
  db.first(
    sql`
      SELECT s.number, s.path, s.agent, s.address, s.mode, s.lines_added, s.lines_removed, s.made_by, s.apply,
        s.seen_at_ms, p.sighting AS pin
      FROM file_sightings AS s
      LEFT JOIN pinned_sightings AS p ON p.sighting = s.number
      WHERE s.path = ${sighting.path} AND s.number < ${sighting.number}
      ORDER BY s.number DESC
      LIMIT 1`,
    readSighting,
  );

export const watchedPaths = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT DISTINCT path
      FROM file_sightings
      ORDER BY path`,
    (row) => text(row, 'path'),
  );

export function pinSighting(db: WritableDb, number: number, pinned: boolean, atMs: EpochMs): void {
  if (pinned) {
    db.run(sql`
      INSERT INTO pinned_sightings (sighting, at_ms)
      VALUES (${number}, ${atMs})
      ON CONFLICT (sighting) DO NOTHING`);
  } else {
    db.run(sql`
      DELETE FROM pinned_sightings
      WHERE sighting = ${number}`);
  }
}

/** Takes sightings away, and then the bytes that nothing speaks of any more. The journal's own bytes always stay. */
export function dropSightings(db: WritableDb, numbers: readonly number[]): { readonly contents: number } {
  db.run(sql`
    DELETE FROM file_sightings
    WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`);
  const { changes } = db.run(sql`
    DELETE FROM file_contents
    WHERE forgotten_at_ms IS NULL
      AND NOT EXISTS (SELECT 1 FROM file_sightings AS s WHERE s.address = file_contents.address)
      AND NOT EXISTS (SELECT 1 FROM file_writes AS b WHERE b.before_address = file_contents.address)
      AND NOT EXISTS (SELECT 1 FROM file_writes AS a WHERE a.after_address = file_contents.address)`);
  return { contents: changes };
}

/** Null before the first. */
export const lastScanMs = (db: ReadableDb): EpochMs | null =>
  db.first(
    sql`
      SELECT at_ms
      FROM guard_scans
      ORDER BY number DESC
      LIMIT 1`,
    (row) => timeMs(row, 'at_ms'),
  );

export const noteScan = (db: WritableDb, atMs: EpochMs): void =>
  void db.run(sql`
    INSERT INTO guard_scans (at_ms)
    VALUES (${atMs})`);

export interface Fingerprint {
  readonly text: string;
  readonly atMs: EpochMs;
}

export const fingerprintOf = (db: ReadableDb, path: string): Fingerprint | null =>
  db.first(
    sql`
      SELECT fingerprint, at_ms
      FROM file_fingerprints
      WHERE path = ${path}`,
    (row) => ({ text: text(row, 'fingerprint'), atMs: timeMs(row, 'at_ms') }),
  );

export const putFingerprint = (db: WritableDb, path: string, fingerprint: Fingerprint): void =>
  void db.run(sql`
    INSERT INTO file_fingerprints (path, fingerprint, at_ms)
    VALUES (${path}, ${fingerprint.text}, ${fingerprint.atMs})
    ON CONFLICT (path) DO UPDATE SET
      fingerprint = excluded.fingerprint,
      at_ms = excluded.at_ms`);

export interface Blanking {
  /** Keyed: the plain hash of bytes that are known but for a word would let anybody try words out. */
  readonly addressFor: (forgotten: Address, plain: Buffer | null) => Address;
  readonly atMs: EpochMs;
}

/**
 * For a person's wish to forget; the caller has opened `forgetting`. A row of each stays, under another address: the same
 * bytes seen again are another content, which is kept anew.
 */
export function blankContents(
  db: WritableDb,
  sealer: Sealer,
  addresses: readonly Address[],
  { addressFor, atMs }: Blanking,
): void {
  for (const address of addresses) {
    const content = readContent(db, sealer, address);
    const blank = addressFor(address, content.ok ? content.value : null);
    db.run(sql`
      INSERT INTO file_contents (address, plain_bytes, content, forgotten_at_ms)
      VALUES (${blank}, 0, x'', ${atMs})
      ON CONFLICT (address) DO NOTHING`);
    db.run(sql`UPDATE file_sightings SET address = ${blank} WHERE address = ${address}`);
    db.run(sql`UPDATE file_writes SET before_address = ${blank} WHERE before_address = ${address}`);
    db.run(sql`UPDATE file_writes SET after_address = ${blank} WHERE after_address = ${address}`);
    db.run(sql`DELETE FROM file_contents WHERE address = ${address}`);
  }
}

/**
 * Blanks every kept content that holds what is to be forgotten. Gives how many; a sealed one whose key is gone cannot be
 * read by anyone and is blanked.
 */
export function forgetContents(
  db: WritableDb,
  sealer: Sealer,
  holds: (plain: Buffer) => boolean,
  blanking: Blanking,
): number {
  const addresses = db.all(
    sql`
      SELECT address
      FROM file_contents
      WHERE forgotten_at_ms IS NULL
      ORDER BY address`,
    (row) => asAddress(text(row, 'address')),
  );
  const found = addresses.filter((address) => {
    const content = readContent(db, sealer, address);
    return !content.ok || holds(content.value);
  });
  blankContents(db, sealer, found, blanking);
  return found.length;
}

function readSighting(row: Row): Sighting {
  const address = textOrNull(row, 'address');
  return {
    number: integer(row, 'number'),
    path: text(row, 'path'),
    agent: oneOf(row, 'agent', fileOwners),
    address: address === null ? null : asAddress(address),
    mode: integerOrNull(row, 'mode'),
    linesAdded: integer(row, 'lines_added'),
    linesRemoved: integer(row, 'lines_removed'),
    madeBy: oneOf(row, 'made_by', ['first-seen', 'others', 'us']),
    apply: integerOrNull(row, 'apply'),
    seenAtMs: epochMs(integer(row, 'seen_at_ms')),
    isPinned: integerOrNull(row, 'pin') !== null,
  };
}

const thinnedOut: Failure = {
  kind: 'not-found',
  happened: 'That copy is no longer kept: copies are thinned out with age.',
  safe: 'Nothing was changed.',
  todo: 'Choose another one of the file’s history; pin a copy that should stay.',
};

const forgotten: Failure = {
  kind: 'not-found',
  happened: 'That copy was forgotten at your wish.',
  safe: 'Nothing was changed.',
  todo: 'Choose another one of the file’s history.',
};
