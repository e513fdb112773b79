// Starts long work in a worker thread, and tells how it ended: with its answer, or lost.
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineSetup } from '../../shared/engine-process.ts';
import type { Failure, Progress } from '../../shared/engine.ts';
import { assert, type Result } from '../../shared/result.ts';
import {
  stopped,
  type Job,
  type JobAnswer,
  type JobKind,
  type LongEnd,
  type StartLong,
} from '../service/index.ts';

export interface WorkerTask {
  readonly setup: EngineSetup;
  readonly job: Job;
  readonly isSample: boolean;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly event: Progress }
  | { readonly kind: 'answer'; readonly answer: Result<JobAnswer<JobKind>, Failure> };

/** Beside us in the sources; in the bundle one of the entries, and we may be in a part one folder below them. */
function workerEntry(): string {
  const here = import.meta.dirname;
  const places =
    extname(import.meta.filename) === '.ts'
      ? [join(here, 'night-worker.ts')]
      : [join(here, 'night-worker.js'), join(here, '..', 'night-worker.js')];
  const entry = places.find((place) => existsSync(place));
  assert(entry !== undefined, `the worker's entry lies at one of ${places.join(', ')}`);
  return entry;
}

export const createStartLong =
  (setup: EngineSetup, entry: string = workerEntry()): StartLong =>
  (job, { isSample, onProgress }) => {
    // A job of one kind is a job.
    const task: WorkerTask = { setup, job: job as Job, isSample };
    const worker = new Worker(entry, { workerData: task });
    let isStopped = false;
    const end = new Promise<LongEnd<JobAnswer<JobKind>>>((resolve) => {
      let answer: LongEnd<JobAnswer<JobKind>> | null = null;
      let why = 'Its thread ended without a word.';
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'progress') onProgress(message.event);
        else answer = { kind: 'answered', answer: message.answer };
      });
      worker.on('error', (error) => (why = `Its thread broke off: ${sentenceOf(error)}`));
      // Only when it is gone has it let go of the store.
      worker.on('exit', () => resolve(answer ?? { kind: 'lost', why: isStopped ? stopped : why }));
    });
    return {
      end,
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      wake: () => worker.postMessage('wake'),
      stop: () => {
        isStopped = true;
        void worker.terminate();
      },
    };
  };

const sentenceOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith('.') ? message : `${message}.`;
};
