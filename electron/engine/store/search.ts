// What the word index can be asked: which forms of a word were ever said, which turns hold what, and what a turn is
// without reading its text. How well a turn answers is judged in the search room.
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import { asSessionId } from '../../../shared/ids.ts';
import type { AgentKind, Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { integer, integerOrNull, text, timeMsOrNull } from './rows.ts';
import { readTurn } from './turns.ts';

export interface SearchFilter {
  readonly agent: AgentKind | null;
  readonly project: string | null;
  readonly sinceMs: EpochMs | null;
}

export interface FoundTurn {
  /** Counts up in the order of import: neighbours in a session are neighbours here. */
  readonly id: number;
  /** The one that owns it, and the turn with its place there. */
  readonly session: SessionId;
  readonly turn: Turn;
}

export interface IndexedWord {
  readonly word: string;
  /** How many turns hold it. */
  readonly turns: number;
}

/** The indexed words that begin so, in their order; at most `limit`. */
export const indexedWordsFrom = (db: ReadableDb, beginning: string, limit: number): readonly IndexedWord[] =>
  db.all(
    sql`
      SELECT term, doc
      FROM turn_vocabulary
      WHERE term >= ${beginning} AND term < ${`${beginning}\u{10FFFF}`}
      LIMIT ${limit}`,
    readWord,
  );

export const indexedWord = (db: ReadableDb, word: string): IndexedWord | null =>
  db.first(sql`SELECT term, doc FROM turn_vocabulary WHERE term = ${word}`, readWord);

const readWord = (row: Row): IndexedWord => ({ word: text(row, 'term'), turns: integer(row, 'doc') });

/** How many turns there are, and when the newest session was last heard of. */
export function searchedStore(db: ReadableDb): { readonly turns: number; readonly newestMs: EpochMs | null } {
  const turns = db.first(sql`SELECT MAX(id) AS turns FROM turns`, (row) => integerOrNull(row, 'turns')) ?? 0;
  const newestMs = db.first(
    sql`
      SELECT last_at_ms
      FROM sessions
      ORDER BY last_at_ms DESC, id DESC
      LIMIT 1`,
    (row) => timeMsOrNull(row, 'last_at_ms'),
  );
  return { turns, newestMs };
}

/** What a turn is worth before its text is read. */
export interface TurnWeights {
  readonly person: number;
  readonly agent: number;
  readonly tool: number;
  /** How much more the newest counts than one that is ages old. */
  readonly newest: number;
  /** After so many milliseconds half of that is left. */
  readonly halfMs: number;
  readonly nowMs: EpochMs;
}

/**
 * The turns that match, those first that are worth most: whose words they are, how short they are, how new.
 * `match`: in FTS5's language, made of quoted words alone.
 */
export function turnsMatching(
  db: ReadableDb,
  match: string,
  by: { readonly filter: SearchFilter; readonly weights: TurnWeights; readonly limit: number },
): readonly FoundTurn[] {
  const { filter, weights } = by;
  return db.all(
    sql`
      WITH found AS MATERIALIZED (
        SELECT t.id,
          CASE WHEN t.of_person = 1 THEN ${weights.person} WHEN t.kind = 0 THEN ${weights.agent} ELSE ${weights.tool} END
            * (1.0 + ${weights.newest} / (1.0 + MAX(0, ${weights.nowMs} - COALESCE(t.at_ms, 0)) / ${weights.halfMs}))
            / (1000.0 + MIN(t.block_bytes, 4000)) AS score
        FROM turn_words
        JOIN turns AS t ON t.id = turn_words.rowid
        WHERE turn_words MATCH ${match}
          AND (${filter.sinceMs} IS NULL OR t.at_ms >= ${filter.sinceMs})
          AND (${isOpen(filter)} OR t.session IN (
            SELECT number
            FROM sessions
            WHERE (${filter.agent} IS NULL OR agent = ${filter.agent})
              AND (${filter.project} IS NULL OR project = ${filter.project} COLLATE NOCASE)))
        ORDER BY score DESC, t.id DESC
        LIMIT ${by.limit})
      SELECT t.id, s.id AS session_id, COALESCE(h.ordinal, t.ordinal) AS ordinal, t.at_ms, t.kind, t.origin, t.outcome,
        t.exit_code, t.block, t.block_start, t.block_bytes
      FROM found AS f
      JOIN turns AS t ON t.id = f.id
      LEFT JOIN turn_holders AS h ON h.turn = t.id AND h.owns = 1
      JOIN sessions AS s ON s.number = COALESCE(h.session, t.session)
      ORDER BY f.score DESC, t.id DESC`,
    (row) => readFound(db, row),
  );
}

/** The same for turns that are known by their ids; `score` multiplies what they are worth. */
export function turnsOf(
  db: ReadableDb,
  ids: readonly (readonly [id: number, score: number])[],
  by: { readonly filter: SearchFilter; readonly weights: TurnWeights; readonly limit: number },
): readonly FoundTurn[] {
  const { filter, weights } = by;
  return db.all(
    sql`
      SELECT t.id, s.id AS session_id, COALESCE(h.ordinal, t.ordinal) AS ordinal, t.at_ms, t.kind, t.origin, t.outcome,
        t.exit_code, t.block, t.block_start, t.block_bytes,
        (g.value ->> 1)
          * CASE WHEN t.of_person = 1 THEN ${weights.person} WHEN t.kind = 0 THEN ${weights.agent} ELSE ${weights.tool} END
          * (1.0 + ${weights.newest} / (1.0 + MAX(0, ${weights.nowMs} - COALESCE(t.at_ms, 0)) / ${weights.halfMs}))
          AS score
      FROM json_each(${JSON.stringify(ids)}) AS g
      JOIN turns AS t ON t.id = g.value ->> 0
      LEFT JOIN turn_holders AS h ON h.turn = t.id AND h.owns = 1
      JOIN sessions AS s ON s.number = COALESCE(h.session, t.session)
      WHERE (${filter.sinceMs} IS NULL OR t.at_ms >= ${filter.sinceMs})
        AND (${filter.agent} IS NULL OR s.agent = ${filter.agent})
        AND (${filter.project} IS NULL OR s.project = ${filter.project} COLLATE NOCASE)
      ORDER BY score DESC, t.id DESC
      LIMIT ${by.limit}`,
    (row) => readFound(db, row),
  );
}

const isOpen = (filter: SearchFilter): number => (filter.agent === null && filter.project === null ? 1 : 0);

/** The ids of the turns that match, upwards; at most `limit`. As one value: a row each would cost ten times as much. */
export function turnIdsMatching(db: ReadableDb, match: string, limit: number): readonly number[] {
  const json = db.first(
    sql`
      SELECT json_group_array(id) AS ids
      FROM (
        SELECT rowid AS id
        FROM turn_words
        WHERE turn_words MATCH ${match}
        LIMIT ${limit})`,
    (row) => text(row, 'ids'),
  );
  return json === null ? [] : (JSON.parse(json) as readonly number[]);
}

const readFound = (db: ReadableDb, row: Row): FoundTurn => ({
  id: integer(row, 'id'),
  session: asSessionId(text(row, 'session_id')),
  turn: readTurn(db, row),
});
