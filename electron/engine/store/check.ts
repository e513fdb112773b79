// Is the store whole? A quick look after an unclean end, and the full check that a person or a migration asks for.
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { failureOf } from './failures.ts';
import { decompress } from './packing.ts';
import { bytes, integer, text } from './rows.ts';

/** What is wrong, in words; empty for a store that is whole. */
export function checkStore(db: ReadableDb): readonly string[] {
  const integrity = db
    .all(sql`PRAGMA integrity_check`, (row) => text(row, 'integrity_check'))
    .filter((answer) => answer !== 'ok');
  // A damaged tree may end any further question in an error.
  if (integrity.length > 0) return integrity;
  const pointless = db.all(
    sql`PRAGMA foreign_key_check`,
    (row) => `a row of ${text(row, 'table')} points to a row of ${text(row, 'parent')} that is not there`,
  );
  return [...pointless, ...transcriptProblems(db)];
}

export const quickCheck = (db: ReadableDb): readonly string[] =>
  db.all(sql`PRAGMA quick_check`, (row) => text(row, 'quick_check')).filter((answer) => answer !== 'ok');

/** What no foreign key watches over: turns, their keys and the blocks with their words. */
function transcriptProblems(db: ReadableDb): readonly string[] {
  const hasTurns = sql`
    SELECT name
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'turns'`;
  if (db.first(hasTurns, (row) => row) === null) return [];
  const lost = db.first(
    sql`
      SELECT
        (SELECT COUNT(*) FROM turns WHERE block NOT IN (SELECT id FROM turn_blocks)) AS without_words,
        (SELECT COUNT(*) FROM turn_keys WHERE turn NOT IN (SELECT id FROM turns)) AS without_turn,
        (SELECT COUNT(*) FROM turns) - (SELECT COUNT(*) FROM turn_keys) AS without_key`,
    (row) => ({
      words: integer(row, 'without_words'),
      turns: integer(row, 'without_turn'),
      keys: integer(row, 'without_key'),
    }),
  );
  return [
    ...(lost === null || lost.words === 0 ? [] : [`${lost.words} turns have lost their words`]),
    ...(lost === null || lost.turns === 0 ? [] : [`${lost.turns} turn keys have no turn`]),
    ...(lost === null || lost.keys === 0 ? [] : [`turns and turn keys differ by ${lost.keys}`]),
    ...unreadableBlocks(db),
  ];
}

function unreadableBlocks(db: ReadableDb): readonly string[] {
  const ids = db.all(sql`SELECT id FROM turn_blocks ORDER BY id`, (row) => integer(row, 'id'));
  return ids.filter((id) => !isReadable(db, id)).map((id) => `block ${id} of the transcripts cannot be read`);
}

function isReadable(db: ReadableDb, block: number): boolean {
  try {
    decompress(
      db.first(sql`SELECT content FROM turn_blocks WHERE id = ${block}`, (row) => bytes(row, 'content')) ??
        noBytes,
    );
    return true;
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return false;
  }
}

const noBytes = new Uint8Array();
