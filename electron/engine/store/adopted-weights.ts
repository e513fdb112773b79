// The weights that their owner adopted, and how far the score that a change needs moves with them. The newest row holds; going back to the usual ones is a row as well.
import type { EpochMs } from '../../../shared/ids.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { textOrNull, timeMs } from './rows.ts';

export interface Adopted {
  readonly weights: Dimensions;
  /** Added to the score that is set. */
  readonly scoreShift: number;
  readonly atMs: EpochMs;
}

const names = ['relevance', 'frequency', 'diversity', 'recency', 'consolidation', 'richness'] as const;

/** Null where six numbers from 0 on do not stand there. Weights of before the threshold was fitted shift nothing. */
function adoptedFrom(json: string): Pick<Adopted, 'weights' | 'scoreShift'> | null {
  const parsed: unknown = JSON.parse(json);
  const fields = typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : new Map();
  const numbers = names.map((name): number => {
    const value: unknown = fields.get(name);
    return typeof value === 'number' && value >= 0 ? value : Number.NaN;
  });
  if (numbers.some(Number.isNaN)) return null;
  const [relevance = 0, frequency = 0, diversity = 0, recency = 0, consolidation = 0, richness = 0] = numbers;
  const shift: unknown = fields.get('scoreShift');
  return {
    weights: { relevance, frequency, diversity, recency, consolidation, richness },
    scoreShift: typeof shift === 'number' ? shift : 0,
  };
}

/** Null: the usual ones are in force. */
export function adoptedNow(db: ReadableDb): Adopted | null {
  const newest = db.first(
    sql`SELECT weights, at_ms FROM adopted_weights ORDER BY number DESC LIMIT 1`,
    (row) => ({ json: textOrNull(row, 'weights'), atMs: timeMs(row, 'at_ms') }),
  );
  const adopted = newest === null || newest.json === null ? null : adoptedFrom(newest.json);
  return newest === null || adopted === null ? null : { ...adopted, atMs: newest.atMs };
}

/** Null goes back to the usual ones. */
export function adopt(
  db: WritableDb,
  wish: Pick<Adopted, 'weights' | 'scoreShift'> | null,
  { decisions, atMs }: { readonly decisions: number; readonly atMs: EpochMs },
): void {
  const json = wish === null ? null : JSON.stringify({ ...wish.weights, scoreShift: wish.scoreShift });
  db.run(sql`
    INSERT INTO adopted_weights (weights, decisions, at_ms)
    VALUES (${json}, ${decisions}, ${atMs})`);
}
