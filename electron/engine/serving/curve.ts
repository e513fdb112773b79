// The repeat-mistake curve of one rule: in how many sessions it had to be said before agents were given it, and in how many
// since, among the sessions that had it.
import type { EpochMs } from '../../../shared/ids.ts';
import type { Scope } from '../../../shared/memory.ts';
import type { CurveVerdict, Exposure, RepeatCurve } from '../../../shared/receipts.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { SessionTimes } from '../store/project-sessions.ts';
import { isInScope, type Had } from './exposure.ts';
import { rateRatio } from './rate-ratio.ts';

/** With fewer sessions since, nobody can say anything. */
export const sessionsMin = 5;

const monthMs = 30 * 86_400_000;
const monthsMax = 24;

export interface CurveInput {
  readonly scope: Scope;
  readonly had: Had;
  /** All of them, oldest first. */
  readonly sessions: readonly SessionTimes[];
  /** Ids of sessions in which it had to be said, or in which it failed. */
  readonly occurredIn: ReadonlySet<string>;
  /** It stood in a file when we first looked. */
  readonly isOlderThanUs: boolean;
  readonly nowMs: EpochMs;
}

/** Pure. */
export function repeatCurve(input: CurveInput): RepeatCurve {
  const { had, occurredIn } = input;
  const inScope = input.sessions.filter((session) => isInScope(input.scope, session));
  const count = (sessions: readonly SessionTimes[]): Exposure => ({
    sessions: sessions.length,
    occurrences: sessions.filter(({ id }) => occurredIn.has(id)).length,
  });
  const { sinceMs } = had;
  const earlier = inScope.filter(
    ({ firstAtMs, agent }) => sinceMs === null || ((firstAtMs ?? 0) < sinceMs && had.agents.has(agent)),
  );
  const before = count(earlier);
  const after = count(had.sessions.filter(({ firstAtMs }) => (firstAtMs ?? 0) >= (sinceMs ?? Infinity)));
  return {
    verdict: verdictOf(input, before, after),
    servedSinceMs: sinceMs,
    before,
    after,
    ...rateRatio(before, after),
    months: monthsOf(inScope, input),
  };
}

function verdictOf({ had, isOlderThanUs }: CurveInput, before: Exposure, after: Exposure): CurveVerdict {
  if (had.sinceMs === null) return 'never-served';
  if (isOlderThanUs) return 'no-before';
  const { low, high } = rateRatio(before, after);
  if (low !== null && low > 1 && after.sessions >= sessionsMin) return 'worse';
  const best = rateRatio(before, { ...after, occurrences: 0 }).high;
  if (after.sessions < sessionsMin || best === null || best >= 1) return 'too-early';
  return high !== null && high < 1 ? 'helps' : 'unclear';
}

function monthsOf(
  inScope: readonly SessionTimes[],
  { occurredIn, had, nowMs }: CurveInput,
): RepeatCurve['months'] {
  const first = inScope[0]?.firstAtMs ?? nowMs;
  const count = Math.min(monthsMax, Math.max(1, Math.ceil((nowMs - first) / monthMs)));
  const tallies = Array.from({ length: count }, () => ({ sessions: 0, occurrences: 0 }));
  for (const { id, firstAtMs } of inScope) {
    const tally = tallies[count - 1 - Math.floor(Math.max(0, nowMs - (firstAtMs ?? 0)) / monthMs)];
    if (tally === undefined) continue;
    tally.sessions += 1;
    if (occurredIn.has(id)) tally.occurrences += 1;
  }
  return tallies.map((tally, at) => {
    const fromMs = epochMs(nowMs - (count - at) * monthMs);
    return { ...tally, fromMs, isServed: had.sinceMs !== null && had.sinceMs < fromMs + monthMs };
  });
}
