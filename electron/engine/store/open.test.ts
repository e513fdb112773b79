import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { checkStore } from './check.ts';
import { inTransaction, sql } from './db.ts';
import { attempt } from './failures.ts';
import { newestVersion } from './migrate.ts';
import { openStore, storeFileName } from './open.ts';
import { integer, text } from './rows.ts';
import { sessionById } from './sessions.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { startOtherProcess } from './testing/other-process.ts';
import { failureFrom, noonMs, openTempStore, tempFolder, valueOf } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

const sentences = (failure: object): readonly unknown[] => Object.values(failure).slice(1);

describe('opening the store', () => {
  it('makes the folder and the file for their owner alone', () => {
    const dataFolder = join(tempFolder(), 'a', 'b');
    const store = openTempStore(dataFolder);
    appendTranscript(store.db, madeUpTranscript('s1', [madeUpTurn('k1', 0)]), fromFile('/a'));
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
    expect(readdirSync(dataFolder).length).toBeGreaterThan(1);
    for (const name of readdirSync(dataFolder))
      expect(statSync(join(dataFolder, name)).mode & 0o777).toBe(0o600);
  });

  it('sets what the schema leans on', () => {
    const { db } = openTempStore();
    expect(
      db.first(sql`SELECT journal_mode FROM pragma_journal_mode`, (row) => text(row, 'journal_mode')),
    ).toBe('wal');
    expect(db.first(sql`PRAGMA foreign_keys`, (row) => integer(row, 'foreign_keys'))).toBe(1);
    expect(db.first(sql`PRAGMA recursive_triggers`, (row) => integer(row, 'recursive_triggers'))).toBe(1);
    expect(db.first(sql`PRAGMA secure_delete`, (row) => integer(row, 'secure_delete'))).toBe(1);
    expect(db.first(sql`PRAGMA user_version`, (row) => integer(row, 'user_version'))).toBe(newestVersion());
  });

  it('finds again what was stored, and leaves no -wal behind', () => {
    const first = openTempStore();
    const transcript = madeUpTranscript('s1', [madeUpTurn('k1', 0)]);
    appendTranscript(first.db, transcript, fromFile('/a'));
    first.close();
    expect(readdirSync(first.dataFolder)).toEqual([storeFileName]);
    const second = openTempStore(first.dataFolder);
    expect(second.wasUnclean).toBe(false);
    expect(sessionById(second.db, transcript.head.id)?.turns).toBe(1);
  });

  it('is a whole store from the first moment', () => {
    expect(checkStore(openTempStore().db)).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  it('refuses one from a newer version and does not touch it', () => {
    const { dataFolder, path, close } = openTempStore();
    close();
    const raw = new Database(path);
    raw.pragma('user_version = 99990');
    raw.close();
    const before = readFileSync(path);
    const failure = failureFrom(openStore({ dataFolder, nowMs: noonMs }));
    expect(failure.kind).toBe('store-newer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses one that is no SQLite file and leaves it as it is', () => {
    const dataFolder = tempFolder();
    const path = join(dataFolder, storeFileName);
    writeFileSync(path, 'a shopping list, and far more than sixteen bytes of it');
    const failure = failureFrom(openStore({ dataFolder, nowMs: noonMs }));
    expect(failure.kind).toBe('store-damaged');
    expect(
      sentences(failure).every((sentence) => typeof sentence === 'string' && sentence.endsWith('.')),
    ).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('shopping list');
  });

  it("refuses another program's SQLite file", () => {
    const dataFolder = tempFolder();
    const raw = new Database(join(dataFolder, storeFileName));
    raw.exec('CREATE TABLE recipes (name TEXT)');
    raw.close();
    expect(failureFrom(openStore({ dataFolder, nowMs: noonMs })).kind).toBe('store-damaged');
  });

  it('says so where bytes in the middle were changed', () => {
    const { dataFolder, db, path, close } = openTempStore();
    const turns = Array.from({ length: 3000 }, (_, index) => madeUpTurn(`k${index}`, index));
    inTransaction(db, () => ok(appendTranscript(db, madeUpTranscript('s1', turns), fromFile('/a'))));
    close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 4096, bytes.length - 4096));
    const opened = openStore({ dataFolder, nowMs: noonMs });
    const failure = opened.ok ? null : opened.error;
    expect(failure?.kind).toBe('store-damaged');
  });

  it('says so where the folder cannot be made', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const failure = failureFrom(openStore({ dataFolder: join(file, 'below'), nowMs: noonMs }));
    expect(failure.kind).toBe('not-readable');
  });

  it('takes the last step back when the disk is full, and goes on when there is room again', () => {
    const store = openTempStore();
    const { db } = store;
    const small = madeUpTranscript('small', [madeUpTurn('k', 0)]);
    appendTranscript(db, small, fromFile('/a'));
    const pages = db.first(sql`PRAGMA page_count`, (row) => integer(row, 'page_count')) ?? 0;
    db.script(`PRAGMA max_page_count = ${pages + 3}`);
    // Hexadecimal noise, so that it does not shrink to nothing.
    const noise = Array.from({ length: 40_000 }, (_, index) =>
      Math.imul(index, 2654435761).toString(16),
    ).join('');
    const big = madeUpTranscript('big', [madeUpTurn('b', 0, { text: noise })]);
    const appended = attempt(() => inTransaction(db, () => ok(appendTranscript(db, big, fromFile('/b')))));
    expect(failureFrom(appended).kind).toBe('disk-full');
    expect(sessionById(db, big.head.id)).toBeNull();
    expect(sessionById(db, small.head.id)?.turns).toBe(1);
    db.script('PRAGMA max_page_count = 100000');
    inTransaction(db, () => ok(appendTranscript(db, big, fromFile('/b'))));
    expect(sessionById(db, big.head.id)?.turns).toBe(1);
    expect(checkStore(db)).toEqual([]);
  });
});

describe('opening for reading', () => {
  it('says that there is no store yet, and makes none', () => {
    const dataFolder = tempFolder();
    expect(failureFrom(openStore({ dataFolder, nowMs: noonMs, readOnly: true })).kind).toBe('not-found');
    expect(existsSync(join(dataFolder, storeFileName))).toBe(false);
  });

  it('reads beside a process that writes', () => {
    const writer = openTempStore();
    const transcript = madeUpTranscript('s1', [madeUpTurn('k1', 0)]);
    const reader = valueOf(openStore({ dataFolder: writer.dataFolder, nowMs: noonMs, readOnly: true }));
    appendTranscript(writer.db, transcript, fromFile('/a'));
    expect(sessionById(reader.db, transcript.head.id)?.turns).toBe(1);
    reader.close();
  });
});

describe('after a crash', () => {
  it('notices it, looks the file over and keeps what was written', async () => {
    const dataFolder = tempFolder();
    const other = await startOtherProcess({ dataFolder, takesDreamLease: false });
    const beside = openTempStore(dataFolder);
    expect(beside.wasUnclean).toBe(false);
    beside.close();
    await other.kill();
    const after = openTempStore(dataFolder);
    expect(after.wasUnclean).toBe(true);
    const paths = after.db.all(sql`SELECT path FROM source_files ORDER BY path`, (row) => text(row, 'path'));
    expect(paths).toEqual(['written by the other process']);
    after.close();
    expect(openTempStore(dataFolder).wasUnclean).toBe(false);
  });
});
