// When nobody looked: told by the computer (suspend and resume), or seen from the clock that went on without us.
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Absence, Span } from './words.ts';

/** The newest ones; older nights were settled long ago. */
const absencesMax = 8;

export interface Watch {
  /** Null before the first look. */
  readonly lastLookMs: EpochMs | null;
  readonly suspendedAtMs: EpochMs | null;
  readonly absences: readonly Absence[];
  /** The clock is not where it was expected: an earlier night may be due. */
  readonly isClockMoved: boolean;
}

export const newWatch: Watch = {
  lastLookMs: null,
  suspendedAtMs: null,
  absences: [],
  isClockMoved: true,
};

/** A look at the clock. Gives how long nobody had looked before it, where that is longer than it should be. */
export function looked(
  watch: Watch,
  nowMs: EpochMs,
  silenceMaxMs: number,
): { readonly watch: Watch; readonly gap: Span | null } {
  const { lastLookMs, suspendedAtMs } = watch;
  const seen = { ...watch, lastLookMs: nowMs };
  if (lastLookMs === null) {
    return { watch: withAbsence(seen, { kind: 'not-running', toMs: nowMs }), gap: null };
  }
  if (nowMs < lastLookMs) return { watch: { ...seen, isClockMoved: true, suspendedAtMs: null }, gap: null };
  if (nowMs - lastLookMs <= silenceMaxMs) return { watch: seen, gap: null };
  const gap = { fromMs: epochMs(Math.min(lastLookMs, suspendedAtMs ?? lastLookMs)), toMs: nowMs };
  const kind = suspendedAtMs === null ? 'unseen' : 'asleep';
  return {
    watch: { ...withAbsence(seen, { kind, ...gap }), suspendedAtMs: null, isClockMoved: true },
    gap,
  };
}

export const fellAsleep = (watch: Watch, nowMs: EpochMs): Watch => ({ ...watch, suspendedAtMs: nowMs });

/** Told of the wake: however short the sleep was, it was one. */
export function wokeUp(watch: Watch, nowMs: EpochMs): { readonly watch: Watch; readonly slept: Span | null } {
  const fromMs = watch.suspendedAtMs ?? watch.lastLookMs;
  const awake = { ...watch, suspendedAtMs: null, isClockMoved: true };
  if (fromMs === null || nowMs < fromMs) return { watch: awake, slept: null };
  const slept = { fromMs, toMs: nowMs };
  return { watch: { ...withAbsence(awake, { kind: 'asleep', ...slept }), lastLookMs: nowMs }, slept };
}

export const withAbsence = (watch: Watch, absence: Absence): Watch => ({
  ...watch,
  absences: [...watch.absences, absence].slice(-absencesMax),
});

/** Why a moment was not seen; null where somebody looked on. */
export const absenceAt = (watch: Watch, atMs: EpochMs): Absence | null =>
  watch.absences.findLast(
    (absence) => atMs <= absence.toMs && (!('fromMs' in absence) || atMs >= absence.fromMs),
  ) ?? null;
