// The weights that their owner adopted. The newest row holds; going back to the usual ones is a row as well.
import type { EpochMs } from '../../../shared/ids.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { textOrNull, timeMs } from './rows.ts';

export interface Adopted {
  readonly weights: Dimensions;
  readonly atMs: EpochMs;
}

const names = ['relevance', 'frequency', 'diversity', 'recency', 'consolidation', 'richness'] as const;

/** Null where six numbers from 0 on do not stand there. */
function weightsFrom(json: string): Dimensions | null {
  const parsed: unknown = JSON.parse(json);
  const fields = typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : new Map();
  const numbers = names.map((name): number => {
    const value: unknown = fields.get(name);
    return typeof value === 'number' && value >= 0 ? value : Number.NaN;
  });
  if (numbers.some(Number.isNaN)) return null;
  const [relevance = 0, frequency = 0, diversity = 0, recency = 0, consolidation = 0, richness = 0] = numbers;
  return { relevance, frequency, diversity, recency, consolidation, richness };
}

/** Null: the usual ones are in force. */
export function adoptedNow(db: ReadableDb): Adopted | null {
  const newest = db.first(
    sql`SELECT weights, at_ms FROM adopted_weights ORDER BY number DESC LIMIT 1`,
    (row) => ({ weights: textOrNull(row, 'weights'), atMs: timeMs(row, 'at_ms') }),
  );
  const weights = newest === null || newest.weights === null ? null : weightsFrom(newest.weights);
  return newest === null || weights === null ? null : { weights, atMs: newest.atMs };
}

/** Null goes back to the usual ones. */
export function adopt(
  db: WritableDb,
  weights: Dimensions | null,
  { decisions, atMs }: { readonly decisions: number; readonly atMs: EpochMs },
): void {
  db.run(sql`
    INSERT INTO adopted_weights (weights, decisions, at_ms)
    VALUES (${weights === null ? null : JSON.stringify(weights)}, ${decisions}, ${atMs})`);
}
