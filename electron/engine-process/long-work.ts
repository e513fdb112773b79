// Has long work done in a process of its own, and tells how it ended: with its answer, or lost.
import type { Child, EngineSetup } from '../../shared/engine-process.ts';
import type { Failure, Progress } from '../../shared/engine.ts';
import { assertNever, type Result } from '../../shared/result.ts';
import {
  stopped,
  type Job,
  type JobAnswer,
  type JobKind,
  type LongEnd,
  type StartLong,
} from '../service/index.ts';

export interface WorkTask {
  readonly setup: EngineSetup;
  readonly job: Job;
  readonly isSample: boolean;
}

export type ToWork =
  | { readonly kind: 'task'; readonly task: WorkTask }
  | { readonly kind: 'wake' }
  /** Its last word has arrived. */
  | { readonly kind: 'leave' };

export type FromWork =
  /** It listens. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'progress'; readonly event: Progress }
  | { readonly kind: 'answer'; readonly answer: Result<JobAnswer<JobKind>, Failure> }
  | { readonly kind: 'broke'; readonly why: string };

export const createStartLong =
  (setup: EngineSetup, fork: () => Child<ToWork>): StartLong =>
  (job, { isSample, onProgress }) => {
    // A job of one kind is a job.
    const task: WorkTask = { setup, job: job as Job, isSample };
    const child = fork();
    let isStopped = false;
    let isWoken = false;
    let isListening = false;
    let answer: LongEnd<JobAnswer<JobKind>> | null = null;
    let why: string | null = null;
    const hear = (message: FromWork): void => {
      switch (message.kind) {
        case 'hello':
          isListening = true;
          child.send({ kind: 'task', task });
          if (isWoken) child.send({ kind: 'wake' });
          return;
        case 'progress':
          return onProgress(message.event);
        case 'answer':
          answer = { kind: 'answered', answer: message.answer };
          return child.send({ kind: 'leave' });
        case 'broke':
          why = brokeOff(message.why);
          return child.send({ kind: 'leave' });
        default:
          return assertNever(message);
      }
    };
    const end = new Promise<LongEnd<JobAnswer<JobKind>>>((resolve) => {
      // Our own process speaks at the other end.
      child.onMessage((message) => hear(message as FromWork));
      // Only when it is gone has it let go of the store.
      child.onExit((how) =>
        resolve(answer ?? { kind: 'lost', why: isStopped ? stopped : (why ?? interrupted(how)) }),
      );
    });
    return {
      end,
      wake: () => {
        isWoken = true;
        if (isListening) child.send({ kind: 'wake' });
      },
      stop: () => {
        isStopped = true;
        child.kill();
      },
    };
  };

const interrupted = (how: string): string => `It was interrupted: its process ended (${how}).`;

const brokeOff = (why: string): string => `It broke off: ${why.endsWith('.') ? why : `${why}.`}`;
