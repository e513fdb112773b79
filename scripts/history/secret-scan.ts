// Looks for planted secrets in every file below a folder: as they stand, two bytes a character, packed, and inside
// the cells of SQLite files.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import zlib from 'node:zlib';
import Database from 'better-sqlite3';
import { filesBelow } from './spoken.ts';

export interface SpiltSecret {
  readonly path: string;
  readonly secret: string;
}

const sizeMax = 1 << 28;
const unpackers: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => zlib.gunzipSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: sizeMax }),
  (bytes) => zlib.inflateSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: sizeMax }),
  (bytes) =>
    zlib.inflateRawSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: sizeMax }),
  (bytes) => zlib.brotliDecompressSync(bytes, { maxOutputLength: sizeMax }),
  (bytes) => zlib.zstdDecompressSync(bytes, { maxOutputLength: sizeMax }),
];
const unpacked = (bytes: Uint8Array): readonly string[] =>
  unpackers.flatMap((unpack) => {
    try {
      return [Buffer.from(unpack(bytes)).toString('latin1')];
    } catch {
      return []; // not packed this way
    }
  });

/** How packed bytes begin: gzip, zlib, zstd. */
const beginnings = /\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|\x28\xb5\x2f\xfd/g;

function* viewsOfBytes(bytes: Buffer): Generator<string> {
  const text = bytes.toString('latin1');
  yield text;
  if (text.includes('\0')) yield text.replaceAll('\0', '');
  for (const { index } of text.matchAll(beginnings)) yield* unpacked(bytes.subarray(index));
}

/** Every cell of every table, unpacked where it is packed. The file is copied first: a reader leaves no trace in it. */
function* viewsOfCells(path: string): Generator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-scan-'));
  try {
    for (const end of ['', '-wal']) {
      if (existsSync(path + end)) copyFileSync(path + end, join(folder, basename(path) + end));
    }
    const database = new Database(join(folder, basename(path)));
    try {
      // a virtual table keeps its words in tables of its own, which are looked into; without content it cannot be read
      const tables = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        .pluck()
        .all();
      for (const table of tables.map(String)) {
        for (const row of database.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
          for (const cell of Array.isArray(row) ? row : []) {
            if (typeof cell === 'string') yield Buffer.from(cell).toString('latin1');
            if (cell instanceof Uint8Array) {
              yield Buffer.from(cell).toString('latin1');
              yield* unpacked(cell);
            }
          }
        }
      }
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A long secret is spilt by a good part of it, so its quarters are looked for. */
export const holdsSecret = (text: string, secret: string): boolean => {
  const size = secret.length < 32 ? secret.length : Math.max(16, Math.floor(secret.length / 4));
  const lower = text.toLowerCase();
  for (let at = 0; at + size <= secret.length; at += size) {
    if (lower.includes(secret.slice(at, at + size).toLowerCase())) return true;
  }
  return lower.includes(secret.slice(-size).toLowerCase());
};

export const findSecrets = (folder: string, secrets: readonly string[]): readonly SpiltSecret[] =>
  filesBelow(folder).flatMap((path) => {
    const spilt = new Set<string>();
    const look = (view: string): void => {
      for (const secret of secrets) if (!spilt.has(secret) && holdsSecret(view, secret)) spilt.add(secret);
    };
    const bytes = readFileSync(path);
    for (const view of viewsOfBytes(bytes)) look(view);
    if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3')
      for (const view of viewsOfCells(path)) look(view);
    return [...spilt].map((secret) => ({ path, secret }));
  });
