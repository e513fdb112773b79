// A real engine process over a made-up person's home, kept by a real link: what windows talk to.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LiveEvent, RunEnd, Running } from '../../../shared/contract.ts';
import type { Child, EngineSetup } from '../../../shared/engine-process.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import {
  createEngineLink,
  forkWithNode,
  realTimers,
  workEntry,
  type EngineChild,
  type EngineLink,
} from '../../engine-host/index.ts';
import { writeSample } from '../../engine/night/sample.ts';

export const sampleFolder = resolve(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

/** The night that tests dream: the sample's days end there. */
export const nowMs = Date.UTC(2026, 5, 1, 3);

export interface OpenedEngine {
  readonly link: EngineLink;
  readonly home: string;
  readonly data: string;
  readonly events: readonly LiveEvent[];
  readonly logged: readonly string[];
  readonly children: readonly EngineChild[];
  /** The processes of long work, the newest last. */
  readonly works: readonly Child<object>[];
  /** Of every engine that was started. */
  readonly pids: () => readonly number[];
  readonly running: () => Running | null;
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** The end of a run, as the events tell it. */
  readonly endOf: (run: string) => Promise<RunEnd>;
}

export interface OpenOptions {
  /** empty: nobody has worked there. */
  readonly home?: 'sample' | 'empty';
  readonly hasSample?: boolean;
  readonly keepsWatch?: boolean;
  readonly folder?: string;
}

export type WhenDone = (work: () => Promise<void> | void) => void;

export function tempFolder(whenDone: WhenDone = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-process-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export function openEngine(options: OpenOptions = {}): OpenedEngine {
  const folder = options.folder ?? tempFolder();
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  if (options.home !== 'empty') writeSample({ sample: sampleFolder, out: home, nowMs });
  const setup: EngineSetup = {
    home,
    data: join(folder, 'data'),
    keyFolder: join(folder, 'keys'),
    env: {},
    sample: options.hasSample === true ? sampleFolder : null,
    version: '1.2.3',
    host: 'browser',
    logFile: null,
    nowMs: epochMs(nowMs),
    keepsWatch: options.keepsWatch ?? false,
  };
  const events: LiveEvent[] = [];
  const logged: string[] = [];
  const children: EngineChild[] = [];
  const works: Child<object>[] = [];
  const link = createEngineLink({
    fork: () => {
      const child = forkWithNode();
      children.push(child);
      return child;
    },
    forkWork: () => {
      const work = forkWithNode<object>(workEntry());
      works.push(work);
      return work;
    },
    setup,
    timers: realTimers,
    log: (_level, text) => void logged.push(text),
    limits: { restartFirstMs: 10 },
  });
  link.listen((event) => void events.push(event));
  onTestFinished(() => link.close());
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((done) => setTimeout(done, 10));
  };
  const ends = (): readonly RunEnd[] =>
    events.flatMap((event) => (event.kind === 'run-ended' ? event.end : []));
  return {
    link,
    home,
    data: setup.data,
    events,
    logged,
    children,
    works,
    pids: () => children.flatMap(({ pid }) => pid ?? []),
    running: () => events.findLast((event) => event.kind === 'run')?.running ?? null,
    until,
    endOf: async (run) => {
      await until(() => ends().some((end) => end.run === run));
      const end = ends().find((one) => one.run === run);
      if (end === undefined) throw new Error(`${run} has ended`);
      return end;
    },
  };
}

/** What must be answered well for the test to go on. */
export async function valueOf<T, E>(answer: Promise<Result<T, E>> | Result<T, E>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(`a failure: ${JSON.stringify(given.error)}`);
  return given.value;
}

export const plainWish = { preview: false, instructions: null, sessionsMax: null, sinceMs: null } as const;
