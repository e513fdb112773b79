// A night as the hypnogram draws it: real stage intervals on four lanes, never an invented shape.
import type { Running } from '../../shared/contract.ts';
import type { Receipt, Stage } from '../../shared/dream.ts';

export const lanes = ['awake', 'rem', 'light', 'deep'] as const;
export type Lane = (typeof lanes)[number];

export interface SleepInterval {
  readonly lane: Lane;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Sleep {
  readonly startMs: number;
  readonly endMs: number;
  readonly intervals: readonly SleepInterval[];
  /** What is still to come, where it can be told. */
  readonly forecast: readonly SleepInterval[];
  /** A small sign: ▲ a proposal, ✕ an error. Nights keep no moment of a checkpoint, so none is drawn. */
  readonly marks: readonly { readonly kind: 'proposal' | 'error'; readonly atMs: number }[];
  /** whole: it ran to its end. gap: it broke off. cut: its owner ended it. */
  readonly end: 'whole' | 'gap' | 'cut' | 'running';
}

/** Reading comes before falling asleep; writing the proposal belongs to Deep. */
export const laneOf: Readonly<Record<Stage, Lane>> = {
  import: 'awake',
  light: 'light',
  rem: 'rem',
  deep: 'deep',
  propose: 'deep',
};

const order: readonly Stage[] = ['import', 'light', 'rem', 'deep', 'propose'];

function joined(intervals: readonly SleepInterval[]): readonly SleepInterval[] {
  return intervals.reduce<readonly SleepInterval[]>((all, next) => {
    const last = all.at(-1);
    if (last === undefined || last.lane !== next.lane) return [...all, next];
    return [...all.slice(0, -1), { ...last, endMs: next.endMs }];
  }, []);
}

const ends: Readonly<Record<Receipt['outcome'], Sleep['end']>> = {
  done: 'whole',
  empty: 'whole',
  woken: 'cut',
  failed: 'gap',
};

/** Stages follow one another; what was between them is not known, so none is drawn. */
export function sleepOfReceipt(
  receipt: Pick<Receipt, 'startedAtMs' | 'stageMs' | 'tookMs' | 'outcome' | 'proposed'>,
): Sleep {
  let at: number = receipt.startedAtMs;
  const intervals = order
    .filter((stage) => receipt.stageMs[stage] > 0)
    .map((stage) => {
      const startMs = at;
      at += receipt.stageMs[stage];
      return { lane: laneOf[stage], startMs, endMs: at };
    });
  const last = intervals.at(-1);
  const proposals = Object.values(receipt.proposed).reduce((sum, n) => sum + n, 0);
  return {
    startMs: receipt.startedAtMs,
    endMs: Math.max(at, receipt.startedAtMs + receipt.tookMs),
    intervals: joined(intervals),
    forecast: [],
    marks: last === undefined ? [] : spread(proposals, last),
    end: ends[receipt.outcome],
  };
}

// More signs than this would run into one another.
const signsMax = 24;

/** They were written during the last interval; when exactly is not recorded, so they stand evenly. */
function spread(count: number, { startMs, endMs }: SleepInterval): Sleep['marks'] {
  const shown = Math.min(count, signsMax);
  return Array.from({ length: shown }, (_, i) => ({
    kind: 'proposal' as const,
    atMs: startMs + ((i + 0.5) / shown) * (endMs - startMs),
  }));
}

export function sleepOfRunning(running: Running, nowMs: number): Sleep {
  const { stages, startedAtMs } = running;
  const intervals = stages.map(({ stage, atMs }, i) => ({
    lane: laneOf[stage],
    startMs: atMs,
    endMs: stages[i + 1]?.atMs ?? Math.max(nowMs, atMs),
  }));
  return {
    startMs: startedAtMs,
    endMs: nowMs,
    intervals: joined(intervals),
    forecast: forecastOf(running, nowMs),
    marks: [],
    end: 'running',
  };
}

/** The stages that are left, in their order; how long each takes is not known, so all are drawn alike. */
function forecastOf({ stage, stages, startedAtMs }: Running, nowMs: number): readonly SleepInterval[] {
  const left = order.slice(stage === null ? 0 : order.indexOf(stage) + 1);
  const each = Math.max(5_000, (nowMs - startedAtMs) / Math.max(1, stages.length) / 2);
  return joined(
    left.map((next, i) => ({
      lane: laneOf[next],
      startMs: nowMs + i * each,
      endMs: nowMs + (i + 1) * each,
    })),
  );
}

// What a clock is read in.
const tickSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
].map((seconds) => seconds * 1000);
const ticksMax = 6;

/** Round moments within; six at most, fewer where there is room for fewer. */
export function ticksBetween(startMs: number, endMs: number, room = ticksMax): readonly number[] {
  const most = Math.max(2, Math.min(ticksMax, room));
  const step = tickSteps.find((ms) => (endMs - startMs) / ms <= most - 1) ?? endMs - startMs;
  const first = Math.ceil(startMs / step) * step;
  const count = Math.floor((endMs - first) / step) + 1;
  // Where hardly one round moment fits, beginning and end say more.
  if (count < 2) return [startMs, endMs];
  return Array.from({ length: count }, (_, i) => first + i * step);
}
