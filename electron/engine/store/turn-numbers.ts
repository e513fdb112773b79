// A turn's kind, origin and outcome as small numbers: half a million rows are smaller by a fifth. A word's number is its
// place in the list, so lists only grow at their end.
import type { Origin } from '../../../shared/origin.ts';
import type { Outcome, TurnKind } from '../../../shared/transcript.ts';
import { assert } from '../../../shared/result.ts';
import type { Row } from './rows.ts';
import { integer } from './rows.ts';

const kinds = [
  'message',
  'thinking',
  'call',
  'result',
  'summary',
  'notice',
] as const satisfies readonly TurnKind[];
const origins = [
  'person',
  'agent',
  'tool',
  'file',
  'import',
  'web',
  'injected',
  'own',
] as const satisfies readonly Origin[];
const outcomes = ['ok', 'failed', 'refused', 'interrupted'] as const satisfies readonly Outcome[];

export const kindNumber = (kind: TurnKind): number => kinds.indexOf(kind);
export const originNumber = (origin: Origin): number => origins.indexOf(origin);
export const outcomeNumber = (outcome: Outcome): number | null =>
  outcome === 'unknown' ? null : outcomes.indexOf(outcome);

export const readKind = (row: Row): TurnKind => at(kinds, integer(row, 'kind'));
export const readOrigin = (row: Row): Origin => at(origins, integer(row, 'origin'));
export const readOutcome = (row: Row): Outcome =>
  row['outcome'] === null ? 'unknown' : at(outcomes, integer(row, 'outcome'));

function at<T>(words: readonly T[], number: number): T {
  const word = words[number];
  assert(word !== undefined, `no word for ${number}`);
  return word;
}
