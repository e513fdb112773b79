// When nights fall: what a pattern wishes for on the wall, day by day, as moments in a zone.
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { SchedulePattern } from '../../../shared/schedule.ts';
import type { Times } from './pattern.ts';
import { timesOf } from './pattern.ts';
import type { WallMs } from './wall.ts';
import { dayMs, minuteMs, momentOf, startOfDay, wallAt, wallMs } from './wall.ts';

/** One night: a time on the wall, and the moment it names. */
export interface Night {
  readonly dueAtMs: EpochMs;
  readonly wallMs: WallMs;
}

/** The first moment after another at which a night is due; null for a pattern that cannot be read or never comes. */
export const nextDue = (pattern: SchedulePattern, zone: string, afterMs: EpochMs): EpochMs | null =>
  nextNight(pattern, zone, afterMs)?.dueAtMs ?? null;

export function nextNight(pattern: SchedulePattern, zone: string, afterMs: EpochMs): Night | null {
  const times = timesOf(pattern);
  if (times === null) return null;
  let best: Night | null = null;
  let latestMs = Number.POSITIVE_INFINITY;
  for (const at of wallsFrom(times, firstWall(zone, afterMs))) {
    if (at >= latestMs) break;
    const dueAtMs = momentOf(zone, at);
    if (dueAtMs <= afterMs || (best !== null && dueAtMs >= best.dueAtMs)) continue;
    best = { dueAtMs, wallMs: at };
    // A time within a gap is put off beyond it, and may then come after times that follow it on the wall.
    latestMs = wallAt(zone, dueAtMs);
  }
  return best;
}

/** The newest night after one moment and not after another; null for none. */
export function newestNight(
  pattern: SchedulePattern,
  zone: string,
  span: { readonly afterMs: EpochMs; readonly untilMs: EpochMs },
): Night | null {
  for (let backMs = dayMs; ; backMs *= 2) {
    const startMs = epochMs(Math.max(span.afterMs, span.untilMs - backMs));
    const found = lastUntil(pattern, zone, startMs, span.untilMs);
    if (found !== null || startMs === span.afterMs) return found;
  }
}

function lastUntil(pattern: SchedulePattern, zone: string, startMs: EpochMs, untilMs: EpochMs): Night | null {
  let last: Night | null = null;
  for (let next = nextNight(pattern, zone, startMs); next !== null && next.dueAtMs <= untilMs;) {
    last = next;
    next = nextNight(pattern, zone, next.dueAtMs);
  }
  return last;
}

/** Ten years: a 29 February comes within eight at most (1896 to 1904, 2096 to 2104). */
const daysMax = 3660;

function* wallsFrom(times: Times, from: WallMs): Generator<WallMs, void, void> {
  const firstDay = startOfDay(from);
  for (let nth = 0; nth < daysMax; nth++) {
    const day = wallMs(firstDay + nth * dayMs);
    if (!times.isDay(day)) continue;
    for (const minute of times.minutesOfDay) {
      const at = wallMs(day + minute * minuteMs);
      if (at >= from) yield at;
    }
  }
}

/** Times that a gap of the last day put off may still be to come, though the wall shows more already. */
function firstWall(zone: string, afterMs: EpochMs): WallMs {
  const now = wallAt(zone, afterMs);
  const dayBefore = wallAt(zone, epochMs(afterMs - dayMs));
  const putForwardMs = now - dayBefore - dayMs;
  return wallMs(now - Math.max(0, putForwardMs));
}
