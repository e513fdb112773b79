// Nights that asked a model: how each was wished, and which went on with what an earlier one had waited for.
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import { asNightId } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { integerOrNull, oneOf, text, textOrNull, timeMsOrNull } from './rows.ts';

const modes = ['shadow', 'full', 'batch'] as const;

export interface ModelNight {
  readonly night: NightId;
  readonly goesOn: NightId | null;
  readonly mode: (typeof modes)[number];
  readonly reader: string;
  readonly consolidator: string;
  readonly grader: string;
  /** For this night alone; null: the cap that is set. */
  readonly nanoUsdMax: number | null;
  /** Masked. */
  readonly instructions: string | null;
  readonly sessionsMax: number | null;
  readonly sinceMs: EpochMs | null;
}

/** The same night again begins anew. */
export function putModelNight(db: WritableDb, one: ModelNight): void {
  db.run(sql`DELETE FROM model_nights WHERE night = ${one.night}`);
  db.run(sql`
    INSERT INTO model_nights
      (night, goes_on_night, mode, reader, consolidator, grader, nano_usd_max, instructions, sessions_max, since_ms)
    VALUES (${one.night}, ${one.goesOn}, ${one.mode}, ${one.reader}, ${one.consolidator}, ${one.grader},
      ${one.nanoUsdMax}, ${one.instructions}, ${one.sessionsMax}, ${one.sinceMs})`);
}

export const modelNight = (db: ReadableDb, night: NightId): ModelNight | null =>
  db.first(
    sql`
      SELECT night, goes_on_night, mode, reader, consolidator, grader, nano_usd_max, instructions, sessions_max,
        since_ms
      FROM model_nights
      WHERE night = ${night}`,
    readNight,
  );

function readNight(row: Row): ModelNight {
  const goesOn = textOrNull(row, 'goes_on_night');
  return {
    night: asNightId(text(row, 'night')),
    goesOn: goesOn === null ? null : asNightId(goesOn),
    mode: oneOf(row, 'mode', modes),
    reader: text(row, 'reader'),
    consolidator: text(row, 'consolidator'),
    grader: text(row, 'grader'),
    nanoUsdMax: integerOrNull(row, 'nano_usd_max'),
    instructions: textOrNull(row, 'instructions'),
    sessionsMax: integerOrNull(row, 'sessions_max'),
    sinceMs: timeMsOrNull(row, 'since_ms'),
  };
}

/** Those that a night goes on with, the newest first: they share the caps of one. */
export function nightsBefore(db: ReadableDb, night: NightId): readonly NightId[] {
  const all = new Set<NightId>();
  for (let at: NightId | null = night; at !== null && !all.has(at);) {
    all.add(at);
    at = modelNight(db, at)?.goesOn ?? null;
  }
  return [...all].slice(1);
}
