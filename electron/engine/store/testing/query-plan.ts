// Which way SQLite would go for the questions that a function asks.
import type { ReadableDb, Sql } from '../db.ts';
import { text } from '../rows.ts';

/** One line for each step of each question, in the order in which they were asked. Commands are not among them. */
export function planOf<Db extends ReadableDb>(db: Db, ask: (db: Db) => unknown): readonly string[] {
  const asked: Sql[] = [];
  const all: ReadableDb['all'] = (question, read) => {
    asked.push(question);
    return db.all(question, read);
  };
  const first: ReadableDb['first'] = (question, read) => {
    asked.push(question);
    return db.first(question, read);
  };
  ask({ ...db, all, first });
  return asked.flatMap((question) =>
    db.all({ ...question, text: `EXPLAIN QUERY PLAN ${question.text}` }, (row) => text(row, 'detail')),
  );
}
