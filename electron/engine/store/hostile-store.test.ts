import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { fitOf } from './carrying.ts';
import { connect, sql } from './db.ts';
import { storeFileName } from './open.ts';
import { openTempStore, tempFolder } from './testing/temp-store.ts';

/** A store as ours, changed by a stranger's hand. */
function changedBy(script: string): string {
  const folder = tempFolder();
  openTempStore(folder).close();
  const path = join(folder, storeFileName);
  const raw = new Database(path);
  raw.exec(script);
  raw.close();
  return path;
}

describe('a store from a stranger’s archive', () => {
  it('fits as it was made', () => {
    expect(fitOf(changedBy('SELECT 1'))).toEqual({ kind: 'fits' });
  });

  it.each([
    ['a trigger', 'CREATE TRIGGER theirs AFTER INSERT ON settings BEGIN DELETE FROM settings; END'],
    ['a view', 'CREATE VIEW theirs AS SELECT key FROM settings'],
  ])('with %s of its own is refused', (_, script) => {
    expect(fitOf(changedBy(script))).toEqual({
      kind: 'damaged',
      problem: 'it holds a rule that is not ours',
    });
  });

  it('without one of our rules, which keep history as it was, is refused', () => {
    const folder = tempFolder();
    openTempStore(folder).close();
    const path = join(folder, storeFileName);
    const raw = new Database(path);
    const name = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1").pluck().get();
    raw.exec(`DROP TRIGGER "${String(name)}"`);
    raw.close();
    expect(fitOf(path)).toEqual({ kind: 'damaged', problem: 'a rule of ours is missing in it' });
  });

  it('may call nothing out of the rules that stand in it', () => {
    const connection = connect(join(tempFolder(), 'any.db'), { readOnly: false });
    const trusted = connection.db.first(sql`PRAGMA trusted_schema`, (row) => row['trusted_schema']);
    connection.close();
    expect(trusted).toBe(0);
  });
});
