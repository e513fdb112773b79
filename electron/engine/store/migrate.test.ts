import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sql } from './db.ts';
import type { Migration } from './migrate.ts';
import { migrations, versionOf } from './migrate.ts';
import { openStore } from './open.ts';
import { text } from './rows.ts';
import { noonMs, openTempStore, tempFolder, valueOf } from './testing/temp-store.ts';

const addNotes: Migration = {
  number: 99_010,
  name: 'notes',
  up: (db) =>
    db.script("CREATE TABLE notes (said TEXT NOT NULL) STRICT; INSERT INTO notes (said) VALUES ('a')"),
};
const addColours: Migration = {
  number: 99_020,
  name: 'colours',
  up: (db) => db.script("ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'"),
};
const failing: Migration = {
  number: 99_020,
  name: 'fails in the middle',
  up: (db) => {
    db.script('DELETE FROM notes');
    throw new Error('no such luck');
  },
};

const schemaOf = (path: string): readonly unknown[] => {
  const raw = new Database(path, { readonly: true });
  const schema = raw.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  raw.close();
  return schema;
};

describe('migrating', () => {
  it('numbers migrations upwards, each in its file', () => {
    const numbers = migrations.map((migration) => migration.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const files = readdirSync(new URL('migrations', import.meta.url))
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => Number(name.slice(0, 4)));
    expect(files.toSorted((a, b) => a - b)).toEqual(numbers);
  });

  it('walks step by step to the same schema as all at once', () => {
    const steps = [...migrations, addNotes, addColours];
    const [slow, fast] = [tempFolder(), tempFolder()];
    for (let known = 1; known <= steps.length; known++) {
      valueOf(openStore({ dataFolder: slow, nowMs: noonMs, steps: steps.slice(0, known) })).close();
    }
    valueOf(openStore({ dataFolder: fast, nowMs: noonMs, steps })).close();
    expect(schemaOf(`${slow}/slowwave.db`)).toEqual(schemaOf(`${fast}/slowwave.db`));
  });

  it('brings old rows along and lays a copy of the old file beside it', () => {
    const dataFolder = tempFolder();
    valueOf(openStore({ dataFolder, nowMs: noonMs, steps: [...migrations, addNotes] })).close();
    const store = valueOf(
      openStore({ dataFolder, nowMs: noonMs, steps: [...migrations, addNotes, addColours] }),
    );
    const rows = store.db.all(sql`SELECT said, colour FROM notes ORDER BY said`, (row) =>
      text(row, 'colour'),
    );
    expect(rows).toEqual(['blue']);
    store.close();
    const copy = `${store.path}.before-99020`;
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const old = new Database(copy, { readonly: true });
    expect(old.pragma('user_version', { simple: true })).toBe(99_010);
    expect(old.prepare('SELECT said FROM notes').all()).toEqual([{ said: 'a' }]);
    old.close();
  });

  it('makes no copy of a store that is new', () => {
    const store = openTempStore();
    store.close();
    expect(readdirSync(store.dataFolder)).toEqual(['slowwave.db']);
  });

  it('leaves the file as it was when the second of two migrations fails, with the copy beside it', () => {
    const { dataFolder, path, close } = openTempStore();
    close();
    const before = schemaOf(path);
    const steps = [...migrations, addNotes, failing];
    expect(() => openStore({ dataFolder, nowMs: noonMs, steps })).toThrow('no such luck');
    expect(schemaOf(path)).toEqual(before);
    expect(existsSync(`${path}.before-99010`)).toBe(true);
    const again = openTempStore(dataFolder);
    expect(versionOf(again.db)).toBe(migrations.at(-1)?.number);
  });

  it('refuses a damaged file before it changes anything', () => {
    const { db, dataFolder, path, close } = openTempStore();
    db.script(
      "PRAGMA foreign_keys = OFF; INSERT INTO skipped_lines VALUES (999, 0, 1, 'cut', ''); PRAGMA foreign_keys = ON",
    );
    close();
    const before = readFileSync(path);
    const opened = openStore({ dataFolder, nowMs: noonMs, steps: [...migrations, addNotes] });
    expect(opened.ok ? null : opened.error.kind).toBe('store-damaged');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
