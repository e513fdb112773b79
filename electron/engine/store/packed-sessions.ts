// Sessions as they lie in the store, for a thread that has none: the numbers of their turns in one list, the words in
// their blocks. Nothing is unpacked here, so that handing a session over costs next to nothing.
import type { SessionId } from '../../../shared/ids.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { columnsOfTurn, type PackedBlocks } from './packed-turns.ts';
import { integer, integerOrNull } from './rows.ts';
import { sessionById, sessionNumber, type StoredSession } from './sessions.ts';
import { newestForgetting } from './tombstones.ts';
import { packedBlock } from './turn-blocks.ts';
import { ownTurnRows } from './turns.ts';

export interface PackedSession {
  /** As it was when it was packed. */
  readonly head: StoredSession;
  /** As many numbers for each turn as `columnsOfTurn` has; NaN for none. */
  readonly numbers: Float64Array;
}

export interface PackedSessions {
  readonly sessions: readonly PackedSession[];
  readonly blocks: PackedBlocks;
  /** What was forgotten last by then. */
  readonly forgotten: number;
}

/** A session of more is not packed: it is read piece by piece where the store is. 32 blocks are about 16 MiB. */
const blocksMax = 32;

/** Those of them that can be packed, in their order. */
export function packSessions(db: ReadableDb, heads: readonly StoredSession[]): PackedSessions {
  const blocks = new Map<number, Uint8Array>();
  const sessions = heads.flatMap((head): readonly PackedSession[] => {
    const session = sharesTurns(db, head.id) ? null : packSession(db, head, blocks);
    return session === null ? [] : [session];
  });
  return { sessions, blocks, forgotten: newestForgetting(db) };
}

function packSession(
  db: ReadableDb,
  head: StoredSession,
  blocks: Map<number, Uint8Array>,
): PackedSession | null {
  const rows = ownTurnRows(db, head.id);
  const wanted = new Set(rows.map((row) => integer(row, 'block')));
  if (wanted.size > blocksMax) return null;
  for (const block of wanted) if (!blocks.has(block)) blocks.set(block, packedBlock(db, block));
  const numbers = new Float64Array(rows.length * columnsOfTurn.length);
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columnsOfTurn.entries())
      numbers[i * columnsOfTurn.length + j] = integerOrNull(row, column) ?? NaN;
  }
  return { head, numbers };
}

/** Turns of it stand in another session as well: whose they are may change with what is read next. */
function sharesTurns(db: ReadableDb, id: SessionId): boolean {
  const session = sessionNumber(db, id);
  return db.first(sql`SELECT turn FROM turn_holders WHERE session = ${session} LIMIT 1`, () => true) ?? false;
}

/** What was made of it elsewhere still holds: since it was packed nothing was added, moved or forgotten. */
export function isAsPacked(db: ReadableDb, head: StoredSession, forgotten: number): boolean {
  const now = sessionById(db, head.id);
  return (
    now !== null &&
    now.turns === head.turns &&
    now.project === head.project &&
    now.role === head.role &&
    !sharesTurns(db, head.id) &&
    newestForgetting(db) === forgotten
  );
}
