// Takes sessions and words out of the transcripts: rows, blocks, keys and word index. Only inside `whileForgetting`.
import type { SessionId, TurnKey } from '../../../shared/ids.ts';
import { asSessionId } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { decompress } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, text } from './rows.ts';
import { createBlockWriter, dropReadBlocks, type BlockWriter } from './turn-blocks.ts';
import { readTurn } from './turns.ts';
import { wordsOfTurn } from './words.ts';

export interface ForgottenSessions {
  readonly sessions: number;
  readonly turns: number;
  /** Turns that stand in another session as well: they stay there. */
  readonly kept: number;
  readonly turnKeys: readonly TurnKey[];
}

/** Turns that other sessions hold, too (a fork's beginning), become theirs alone. */
export function forgetSessions(db: WritableDb, ids: readonly SessionId[]): ForgottenSessions {
  const numbers = numbersOf(db, ids);
  if (numbers.length === 0) return { sessions: 0, turns: 0, kept: 0, turnKeys: [] };
  const json = JSON.stringify(numbers);
  const kept = giveAway(db, json);
  const gone = db.all(
    sql`
      SELECT id
      FROM turns
      WHERE session IN (SELECT value FROM json_each(${json}))
      ORDER BY id`,
    (row) => integer(row, 'id'),
  );
  const { keys } = rewriteTurns(db, new Set(gone), null);
  db.run(sql`UPDATE sessions SET parent_native_id = NULL
    WHERE parent_native_id IN (SELECT native_id FROM sessions WHERE number IN (SELECT value FROM json_each(${json})))`);
  db.run(sql`DELETE FROM session_signals WHERE session IN (SELECT value FROM json_each(${json}))`);
  const { changes } = db.run(
    sql`DELETE FROM sessions WHERE number IN (SELECT value FROM json_each(${json}))`,
  );
  return { sessions: changes, turns: gone.length, kept, turnKeys: keys };
}

const numbersOf = (db: ReadableDb, ids: readonly SessionId[]): readonly number[] =>
  db.all(
    sql`
      SELECT number
      FROM sessions
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      ORDER BY number`,
    (row) => integer(row, 'number'),
  );

/** Gives how many turns stay with others. `json`: the numbers of the sessions that go. */
function giveAway(db: WritableDb, json: string): number {
  const shared = db.all(
    sql`
      SELECT DISTINCT h.turn
      FROM turn_holders AS h
      WHERE h.session IN (SELECT value FROM json_each(${json}))
        AND EXISTS (
          SELECT 1
          FROM turn_holders AS o
          WHERE o.turn = h.turn AND o.session NOT IN (SELECT value FROM json_each(${json})))
      ORDER BY h.turn`,
    (row) => integer(row, 'turn'),
  );
  const touched = new Set<number>();
  for (const turn of shared) giveTurnAway(db, turn, json).forEach((session) => touched.add(session));
  for (const session of touched) recount(db, session);
  return shared.length;
}

function giveTurnAway(db: WritableDb, turn: number, json: string): readonly number[] {
  db.run(sql`
    DELETE FROM turn_holders
    WHERE turn = ${turn} AND session IN (SELECT value FROM json_each(${json}))`);
  // As for any shared turn: a session that came from no other goes before one that did; then the id decides.
  const left = db.all(
    sql`
      SELECT h.session, h.ordinal
      FROM turn_holders AS h
      JOIN sessions AS s ON s.number = h.session
      WHERE h.turn = ${turn}
      ORDER BY s.parent_native_id IS NOT NULL, s.id`,
    (row) => ({ session: integer(row, 'session'), ordinal: integer(row, 'ordinal') }),
  );
  const [owner] = left;
  assert(owner !== undefined, `turn ${turn} has a holder that stays`);
  db.run(sql`UPDATE turns SET session = ${owner.session}, ordinal = ${owner.ordinal} WHERE id = ${turn}`);
  if (left.length === 1) db.run(sql`DELETE FROM turn_holders WHERE turn = ${turn}`);
  else db.run(sql`UPDATE turn_holders SET owns = (session = ${owner.session}) WHERE turn = ${turn}`);
  return left.map(({ session }) => session);
}

/** How many turns are its own now, and how many of them a person's. What Light made of others is void. */
function recount(db: WritableDb, session: number): void {
  db.run(sql`
    UPDATE sessions
    SET (turns, person_turns) = (
      SELECT COUNT(*), COALESCE(SUM(t.of_person), 0)
      FROM turns AS t
      LEFT JOIN turn_holders AS h ON h.turn = t.id AND h.owns = 1
      WHERE COALESCE(h.session, t.session) = ${session})
    WHERE number = ${session}`);
  db.run(sql`DELETE FROM session_signals WHERE session = ${session}`);
}

/** Null where nothing of the turn changes. */
export type ChangeTurn = (turn: Turn, id: number) => Turn | null;

export interface Rewritten {
  /** How many turns have other words now. */
  readonly changed: number;
  /** The keys of those that were taken out. */
  readonly keys: readonly TurnKey[];
}

/** Takes turns out and changes others, wherever they lie. Blocks without either stay as they are. */
export function rewriteTurns(
  db: WritableDb,
  gone: ReadonlySet<number>,
  change: ChangeTurn | null,
): Rewritten {
  if (gone.size === 0 && change === null) return { changed: 0, keys: [] };
  // Once for this work: no other question asks for the turns of a block.
  db.script('CREATE INDEX turns_by_block_for_now ON turns (block, block_start)');
  const writer = createBlockWriter(db);
  const rewriting: Rewriting = { db, writer, gone, change, keys: [], changed: new Set() };
  for (const block of blocksWith(db, change === null ? gone : null)) rewriteBlock(rewriting, block);
  writer.finish();
  db.script('DROP INDEX turns_by_block_for_now');
  db.run(
    sql`DELETE FROM turn_keys WHERE turn IN (SELECT value FROM json_each(${JSON.stringify([...gone])}))`,
  );
  db.run(sql`DELETE FROM turns WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...gone])}))`);
  forgetSignals(db, rewriting.changed);
  dropReadBlocks(db);
  return { changed: rewriting.changed.size, keys: rewriting.keys };
}

const blocksWith = (db: ReadableDb, turns: ReadonlySet<number> | null): readonly number[] =>
  turns === null
    ? db.all(sql`SELECT id FROM turn_blocks ORDER BY id`, (row) => integer(row, 'id'))
    : db.all(
        sql`
          SELECT DISTINCT block
          FROM turns
          WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...turns])}))
          ORDER BY block`,
        (row) => integer(row, 'block'),
      );

interface Rewriting {
  readonly db: WritableDb;
  readonly writer: BlockWriter;
  readonly gone: ReadonlySet<number>;
  readonly change: ChangeTurn | null;
  readonly keys: TurnKey[];
  readonly changed: Set<number>;
}

function rewriteBlock(rewriting: Rewriting, block: number): void {
  const { db, writer, gone, change, keys, changed } = rewriting;
  const turns = db.all(
    sql`
      SELECT id, ordinal, at_ms, kind, origin, outcome, exit_code, block, block_start, block_bytes
      FROM turns
      WHERE block = ${block}
      ORDER BY block_start`,
    (row) => ({ id: integer(row, 'id'), turn: readTurn(db, row) }),
  );
  const next = turns.map(({ id, turn }) => ({
    id,
    turn,
    after: gone.has(id) ? null : (change?.(turn, id) ?? turn),
  }));
  if (next.every(({ turn, after }) => after === turn)) return;
  for (const { id, turn, after } of next) {
    if (after !== turn) unindex(db, id, turn);
    if (after === null) {
      keys.push(turn.key);
      continue;
    }
    const place = writer.add(after);
    db.run(sql`
      UPDATE turns
      SET block = ${place.block}, block_start = ${place.start}, block_bytes = ${place.bytes}
      WHERE id = ${id}`);
    if (after === turn) continue;
    changed.add(id);
    index(db, id, after);
  }
  db.run(sql`DELETE FROM turn_blocks WHERE id = ${block}`);
}

/** The index keeps no words of its own: they are told again to be taken out. */
function unindex(db: WritableDb, id: number, turn: Turn): void {
  const words = wordsOfTurn(turn);
  if (words !== null)
    db.run(sql`INSERT INTO turn_words (turn_words, rowid, words) VALUES ('delete', ${id}, ${words})`);
}

function index(db: WritableDb, id: number, turn: Turn): void {
  const words = wordsOfTurn(turn);
  if (words !== null) db.run(sql`INSERT INTO turn_words (rowid, words) VALUES (${id}, ${words})`);
}

function forgetSignals(db: WritableDb, turns: ReadonlySet<number>): void {
  db.run(sql`
    DELETE FROM session_signals
    WHERE session IN (
      SELECT t.session
      FROM turns AS t
      WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify([...turns])}))
      UNION
      SELECT h.session
      FROM turn_holders AS h
      WHERE h.turn IN (SELECT value FROM json_each(${JSON.stringify([...turns])})))`);
}

/** The numbers of turns by their places, in whichever session holds them. */
export const turnsAt = (
  db: ReadableDb,
  places: readonly { readonly agent: string; readonly nativeId: string; readonly ordinal: number }[],
): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  places.forEach(({ agent, nativeId, ordinal }, index) => {
    const turns = db.all(
      sql`
        SELECT t.id
        FROM sessions AS s
        JOIN turns AS t ON t.session = s.number AND t.ordinal = ${ordinal}
        WHERE s.agent = ${agent} AND s.native_id = ${nativeId}
        UNION
        SELECT h.turn
        FROM sessions AS s
        JOIN turn_holders AS h ON h.session = s.number AND h.ordinal = ${ordinal}
        WHERE s.agent = ${agent} AND s.native_id = ${nativeId}`,
      (row) => integer(row, 'id'),
    );
    for (const turn of turns) found.set(turn, [...(found.get(turn) ?? []), index]);
  });
  return found;
};

/** How many turns still hold it, whatever part of them. */
export function turnsHolding(db: ReadableDb, holds: (text: string) => boolean): number {
  let found = 0;
  for (const block of blocksWith(db, null)) {
    const content = db.first(sql`SELECT content FROM turn_blocks WHERE id = ${block}`, (row) =>
      bytes(row, 'content'),
    );
    const lines = content === null ? [] : decompress(content).toString('utf8').split('\n');
    found += lines.filter((line) => line !== '' && stringsIn(JSON.parse(line)).some(holds)).length;
  }
  return found;
}

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(stringsIn) : [];

/** Makes the word index anew from the turns: for the case that a word is still in it. */
export function rebuildWordIndex(db: WritableDb): void {
  db.run(sql`INSERT INTO turn_words (turn_words) VALUES ('delete-all')`);
  // A part at a time: a large history does not fit into memory at once.
  for (let from = 0; ;) {
    const some = db.all(
      sql`
        SELECT id, ordinal, at_ms, kind, origin, outcome, exit_code, block, block_start, block_bytes
        FROM turns
        WHERE id > ${from}
        ORDER BY id
        LIMIT 1000`,
      (row: Row) => ({ id: integer(row, 'id'), turn: readTurn(db, row) }),
    );
    for (const { id, turn } of some) index(db, id, turn);
    const last = some.at(-1);
    if (last === undefined) return;
    from = last.id;
  }
}

/** Whether any indexed word holds it; for the search for what is left. */
export const wordsHolding = (db: ReadableDb, holds: (word: string) => boolean): number => {
  let found = 0;
  for (let after = ''; ;) {
    const words = db.all(
      sql`
        SELECT term
        FROM turn_vocabulary
        WHERE term > ${after}
        ORDER BY term
        LIMIT 10000`,
      (row) => text(row, 'term'),
    );
    found += words.filter(holds).length;
    const last = words.at(-1);
    if (last === undefined) return found;
    after = last;
  }
};

/** Sessions by where they were read from, or by agent; all of them for neither. */
export const sessionsFrom = (
  db: ReadableDb,
): readonly {
  readonly id: SessionId;
  readonly nativeId: string;
  readonly agent: string;
  readonly sourcePath: string;
}[] =>
  db.all(
    sql`
      SELECT id, native_id, agent, source_path
      FROM sessions
      ORDER BY id`,
    (row) => ({
      id: asSessionId(text(row, 'id')),
      nativeId: text(row, 'native_id'),
      agent: text(row, 'agent'),
      sourcePath: text(row, 'source_path'),
    }),
  );
