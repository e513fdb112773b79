// Every text that lies in a data folder, however it is packed: for tests that plant a word and look whether it is there,
// and for the search for secrets. Reads the rows of each SQLite file and, besides, the raw bytes of every file, so that
// what was deleted but not overwritten is seen too.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isCompressed, unpack } from '../packing.ts';

export interface StoredText {
  /** "slowwave.db: turn_blocks.content" or "slowwave.db: raw bytes". */
  readonly place: string;
  readonly text: string;
}

export function* everyStoredText(dataFolder: string): Generator<StoredText, void, void> {
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const name of files) {
    const path = join(dataFolder, name);
    if (!statSync(path).isFile()) continue;
    yield* rawTexts(path, name);
    if (isSqlite(path)) yield* rowTexts(path, name);
  }
}

/** The places where a word lies. */
export const placesOf = (dataFolder: string, word: string): readonly string[] => [
  ...new Set(
    [...everyStoredText(dataFolder)].filter((one) => one.text.includes(word)).map((one) => one.place),
  ),
];

const chunkBytes = 16 * 1024 * 1024;
/** Chunks overlap, so that a word on their border is seen. */
const overlapBytes = 64 * 1024;

function* rawTexts(path: string, name: string): Generator<StoredText, void, void> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = 0; ; at += chunkBytes - overlapBytes) {
      const read = readSync(file, chunk, 0, chunkBytes, at);
      if (read === 0) return;
      yield { place: `${name}: raw bytes`, text: chunk.toString('utf8', 0, read) };
      if (read < chunkBytes) return;
    }
  } finally {
    closeSync(file);
  }
}

function isSqlite(path: string): boolean {
  const head = Buffer.alloc(15);
  const file = openSync(path, 'r');
  readSync(file, head, 0, 15, 0);
  closeSync(file);
  return head.toString('latin1') === 'SQLite format 3';
}

function* rowTexts(path: string, name: string): Generator<StoredText, void, void> {
  const db = new Database(path, { readonly: true });
  try {
    // The word index itself keeps no rows; its vocabulary and its shadow tables are tables like the others.
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'turn_words'",
      )
      .all();
    for (const table of tables) {
      const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table.name}"`).iterate();
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          const text = textOf(value);
          if (text !== null) yield { place: `${name}: ${table.name}.${column}`, text };
        }
      }
    }
  } finally {
    db.close();
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) return null;
  return isCompressed(value) ? unpack(value) : Buffer.from(value).toString('utf8');
}
