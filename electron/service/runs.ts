// The one piece of long work that windows see: begun, followed step by step, woken, and ended with what came of it, also
// where its process died.
import type { LiveEvent, LiveNote, RunEnd, Running } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { Failure, ImportReport, Progress } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../../shared/result.ts';
import type { DreamDone, JobOf, LongEnd, LongWork, StartLong } from './jobs.ts';

export interface RunsNeeds {
  readonly startLong: StartLong;
  readonly now: () => EpochMs;
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly emit: (event: LiveEvent) => void;
  /** Gives the night that a dead process left behind its receipt; null where there is none. */
  readonly settleLost: (isSample: boolean) => Promise<Receipt | null>;
  readonly onEnded: (end: RunEnd) => void;
}

export interface RunWish {
  readonly job: JobOf<'dream'> | JobOf<'import'>;
  readonly isSample: boolean;
  readonly startedBy: Running['startedBy'];
}

export interface Runs {
  running(): Running | null;
  /** Gives the run's name at once; `ended` is settled when all is told. */
  start(wish: RunWish): Result<{ readonly run: string; readonly ended: Promise<RunEnd> }, Failure>;
  /** The run that was woken; null for none. */
  wake(): string | null;
  end(run: string): RunEnd | null;
  /** Wakes what is at work and waits for it. */
  close(): Promise<void>;
}

/** From the issue: what was woken ends within 5 s. */
export const wakeWithinMs = 5_000;
const eventsMax = 5;
const endsMax = 20;

interface Current {
  running: Running;
  readonly work: LongWork<DreamDone | ImportReport>;
  readonly ended: Promise<RunEnd>;
}

export function createRuns(needs: RunsNeeds): Runs {
  let current: Current | null = null;
  let started = 0;
  const ends = new Map<string, RunEnd>();
  const change = (running: Running): void => {
    if (current === null) return;
    current.running = running;
    needs.emit({ kind: 'run', running });
  };
  const finish = (end: RunEnd): RunEnd => {
    current = null;
    ends.set(end.run, end);
    for (const run of [...ends.keys()].slice(0, -endsMax)) ends.delete(run);
    needs.emit({ kind: 'run-ended', end });
    needs.onEnded(end);
    return end;
  };
  const wake = (): string | null => {
    if (current === null) return null;
    const { running, work } = current;
    if (running.isWaking) return running.run;
    change({ ...running, isWaking: true });
    work.wake();
    const callOff = needs.after(wakeWithinMs, () => work.stop());
    void work.end.then(callOff);
    return running.run;
  };
  return {
    running: () => current?.running ?? null,
    start: (wish) => {
      if (current !== null) return err(busyWith(current.running));
      started += 1;
      const startedAtMs = needs.now();
      const running = firstOf(wish, `run-${startedAtMs.toString(36)}-${started}`, startedAtMs);
      const onProgress = (event: Progress): void => {
        if (current?.running.run === running.run) change(progressed(current.running, event, needs.now()));
      };
      const work: LongWork<DreamDone | ImportReport> =
        wish.job.kind === 'dream'
          ? needs.startLong<'dream'>(wish.job, { isSample: wish.isSample, onProgress })
          : needs.startLong<'import'>(wish.job, { isSample: wish.isSample, onProgress });
      const ended = work.end.then(async (end) => finish(await endOf(needs, wish, running.run, end)));
      current = { running, work, ended };
      needs.emit({ kind: 'run', running });
      return ok({ run: running.run, ended });
    },
    wake,
    end: (run) => ends.get(run) ?? null,
    close: async () => {
      wake();
      await current?.ended;
    },
  };
}

const firstOf = ({ job, startedBy }: RunWish, run: string, startedAtMs: EpochMs): Running => ({
  run,
  kind: job.kind === 'import' ? 'import' : job.options.preview ? 'preview' : 'dream',
  startedBy,
  startedAtMs,
  stage: null,
  done: 0,
  total: 0,
  stages: [],
  events: [],
  passed: null,
  spent: { tokens: 0, usd: 0 },
  isWaking: false,
});

function progressed(running: Running, event: Progress, atMs: EpochMs): Running {
  switch (event.kind) {
    case 'stage': {
      const { stage } = event;
      return { ...running, stage, done: 0, total: 0, stages: [...running.stages, { stage, atMs }] };
    }
    case 'event': {
      const { text, about, passed = running.passed } = event;
      return { ...running, passed, events: withNewest(running.events, { atMs, text, about }) };
    }
    case 'step': {
      const { done, total, text, stage, about = null, spent = running.spent } = event;
      // An import by itself names no stage of its own.
      return {
        ...running,
        stage,
        done,
        total,
        spent: { tokens: spent.tokens, usd: spent.usd },
        events: withNewest(running.events, { atMs, text, about }),
      };
    }
    default:
      return assertNever(event);
  }
}

const withNewest = (events: Running['events'], newest: LiveNote): Running['events'] =>
  [newest, ...events.filter(({ text }) => text !== newest.text)].slice(0, eventsMax);

async function endOf(
  needs: RunsNeeds,
  { job, isSample }: RunWish,
  run: string,
  end: LongEnd<DreamDone | ImportReport>,
): Promise<RunEnd> {
  const kind = job.kind === 'import' ? 'import' : job.options.preview ? 'preview' : 'dream';
  const nothing: RunEnd = {
    run,
    kind,
    receipt: null,
    imported: null,
    preview: null,
    waiting: 0,
    failure: null,
  };
  if (end.kind === 'lost') {
    const receipt = job.kind === 'dream' ? await needs.settleLost(isSample) : null;
    return { ...nothing, receipt, failure: lost(end.why) };
  }
  const { answer } = end;
  if (!answer.ok) return { ...nothing, failure: answer.error };
  if (!('receipt' in answer.value)) return { ...nothing, imported: answer.value };
  const { receipt, imported, preview, waiting, written } = answer.value;
  const told = { ...nothing, receipt, imported, preview, waiting };
  return written === undefined ? told : { ...told, written };
}

const busyWith = ({ kind, startedAtMs }: Running): Failure => ({
  kind: 'store-busy',
  happened: `${{ dream: 'A dream', preview: 'A preview', import: 'Reading' }[kind]} is at work since ${new Date(startedAtMs).toISOString().slice(11, 16)} UTC.`,
  safe: 'It goes on, and nothing was begun beside it.',
  todo: 'Wait for its end, or wake it.',
});

const lost = (why: string): Failure => ({
  kind: why === stopped ? 'woken' : 'not-reached',
  happened: why,
  safe: 'Every step that was finished is kept; nothing was proposed, and no file of an agent was touched.',
  todo: 'Start it again: it goes on from what is kept.',
});

/** What the end of a process is called that was not at its next safe point in time. */
export const stopped = 'It was asked to wake, did not within 5 s, and was ended.';
