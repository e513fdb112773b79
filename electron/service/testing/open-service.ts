// The real service over a made-up home, with real engines and, where it is asked for, real processes for long work, in a
// test's own process: its clock and timers are the test's.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CallAnswer, CallArgs, CallName, LiveEvent, RunEnd } from '../../../shared/contract.ts';
import type { EngineSetup } from '../../../shared/engine-process.ts';
import type { Failure } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { depsFrom } from '../../engine-process/engine-deps.ts';
import { forkWithNode, workEntry } from '../../engine-host/index.ts';
import { createStartLong, type ToWork } from '../../engine-process/long-work.ts';
import {
  nowMs,
  sampleFolder,
  tempFolder,
  valueOf,
  type WhenDone,
} from '../../engine-process/testing/open-engine.ts';
import { createEngine } from '../../engine/index.ts';
import { writeSample } from '../../engine/night/sample.ts';
import type { LongWork, StartLong } from '../jobs.ts';
import { createService, type Service } from '../service.ts';
import { workHere } from './work-here.ts';

export interface OpenedService {
  readonly service: Service;
  readonly home: string;
  readonly data: string;
  readonly events: readonly LiveEvent[];
  readonly logged: readonly string[];
  /** All long work that was begun, the newest last. */
  readonly works: readonly LongWork<unknown>[];
  readonly jobs: readonly string[];
  readonly ask: <N extends CallName>(name: N, args: CallArgs<N>) => Promise<Result<CallAnswer<N>, Failure>>;
  readonly endOf: (run: string) => Promise<RunEnd>;
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** Puts the clock there, and lets every timer go off whose time has come. */
  readonly goTo: (atMs: number) => void;
}

export interface ServiceOptions {
  readonly home?: 'sample' | 'empty';
  readonly hasSample?: boolean;
  readonly keepsWatch?: boolean;
  readonly folder?: string;
  /** Long work in processes of its own, as in the app; left out: here. */
  readonly hasProcesses?: boolean;
  /** Left out: when the test is over. */
  readonly whenDone?: WhenDone;
}

interface Timer {
  readonly dueMs: number;
  readonly work: () => void;
}

function setupIn(folder: string, { hasSample, keepsWatch }: ServiceOptions): EngineSetup {
  return {
    home: join(folder, 'home'),
    data: join(folder, 'data'),
    keyFolder: join(folder, 'keys'),
    env: {},
    sample: hasSample === true ? sampleFolder : null,
    version: '1.2.3',
    host: 'browser',
    logFile: '/var/log/slowwave.log',
    nowMs: epochMs(nowMs),
    keepsWatch: keepsWatch ?? false,
  };
}

/** A clock and its timers, put where a test wants them. */
function handClock() {
  const timers = new Set<Timer>();
  let wallMs = nowMs;
  return {
    wall: () => epochMs(wallMs),
    after: (delayMs: number, work: () => void) => {
      const timer = { dueMs: wallMs + delayMs, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    goTo: (atMs: number): void => {
      wallMs = atMs;
      for (const timer of [...timers].toSorted((a, b) => a.dueMs - b.dueMs)) {
        if (timer.dueMs > wallMs || !timers.delete(timer)) continue;
        timer.work();
      }
    },
  };
}

export async function openService(options: ServiceOptions = {}): Promise<OpenedService> {
  const whenDone = options.whenDone ?? onTestFinished;
  const folder = options.folder ?? tempFolder(whenDone);
  const setup = setupIn(folder, options);
  const { home } = setup;
  mkdirSync(home, { recursive: true });
  if (options.home !== 'empty') writeSample({ sample: sampleFolder, out: home, nowMs });
  const events: LiveEvent[] = [];
  const logged: string[] = [];
  const works: LongWork<unknown>[] = [];
  const jobs: string[] = [];
  const clock = handClock();
  const real = createStartLong(setup, () =>
    options.hasProcesses === true ? forkWithNode<ToWork>(workEntry()) : workHere(),
  );
  const startLong: StartLong = (job, given) => {
    const work = real(job, given);
    jobs.push(job.kind);
    works.push(work);
    return work;
  };
  const service = await valueOf(
    createService({
      setup,
      openEngine: (isSample) => createEngine(depsFrom(setup, isSample)),
      startLong,
      emit: (event) => void events.push(event),
      log: (_level, text) => void logged.push(text),
      wall: clock.wall,
      after: clock.after,
    }),
  );
  whenDone(async () => {
    for (const work of works) work.stop();
    await service.close();
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((done) => setTimeout(done, 5));
  };
  const endOf = async (run: string): Promise<RunEnd> => {
    const ends = () => events.flatMap((event) => (event.kind === 'run-ended' ? event.end : []));
    await until(() => ends().some((end) => end.run === run));
    return valueOf({ ok: true, value: ends().find((end) => end.run === run) as RunEnd });
  };
  return {
    service,
    home,
    data: setup.data,
    events,
    logged,
    works,
    jobs,
    // As the session asks: by the name.
    ask: (name, args) => service.answers[name](args),
    endOf,
    until,
    goTo: clock.goTo,
  };
}
