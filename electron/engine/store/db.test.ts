import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { inTransaction, sql } from './db.ts';
import { integer, text } from './rows.ts';
import { openTempStore } from './testing/temp-store.ts';

const tableOfWords = 'CREATE TABLE said (word TEXT NOT NULL) STRICT';

describe('the door to SQLite', () => {
  it('hands every value over as a parameter, whatever it looks like', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    const nasty = "'); DROP TABLE said; --";
    db.run(sql`INSERT INTO said (word) VALUES (${nasty})`);
    expect(db.all(sql`SELECT word FROM said ORDER BY word`, (row) => text(row, 'word'))).toEqual([nasty]);
  });

  it('refuses a question that writes', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    expect(() => db.all(sql`INSERT INTO said (word) VALUES ('x') RETURNING word`, (row) => row)).toThrow(
      /writes/,
    );
  });

  it('says which column is not what it should be', () => {
    const { db } = openTempStore();
    expect(() => db.first(sql`SELECT 'seven' AS days`, (row) => integer(row, 'days'))).toThrow(/column days/);
  });
});

describe('a transaction', () => {
  const words = (db: ReturnType<typeof openTempStore>['db']): readonly string[] =>
    db.all(sql`SELECT word FROM said ORDER BY word`, (row) => text(row, 'word'));

  it('keeps what was written when the work succeeds', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    inTransaction(db, () => ok(db.run(sql`INSERT INTO said (word) VALUES ('kept')`)));
    expect(words(db)).toEqual(['kept']);
  });

  it('takes everything back on a returned error', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    const result = inTransaction(db, () => {
      db.run(sql`INSERT INTO said (word) VALUES ('lost')`);
      return err('no');
    });
    expect(result).toEqual({ ok: false, error: 'no' });
    expect(words(db)).toEqual([]);
  });

  it('takes everything back on a throw and throws on', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    const work = (): never => {
      db.run(sql`INSERT INTO said (word) VALUES ('lost')`);
      throw new Error('broke');
    };
    expect(() => inTransaction(db, work)).toThrow('broke');
    expect(words(db)).toEqual([]);
  });

  it('inside another one takes back only its own part', () => {
    const { db } = openTempStore();
    db.script(tableOfWords);
    inTransaction(db, () => {
      db.run(sql`INSERT INTO said (word) VALUES ('outer')`);
      inTransaction(db, () => {
        db.run(sql`INSERT INTO said (word) VALUES ('inner')`);
        return err('no');
      });
      return ok(null);
    });
    expect(words(db)).toEqual(['outer']);
  });
});
