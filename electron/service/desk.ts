// What all answers share: the engines, the run at work, the watch over nights, and telling windows what has changed.
import type { CallName, LiveEvent, RunEnd, Subject } from '../../shared/contract.ts';
import type { EngineSetup, LogLevel } from '../../shared/engine-process.ts';
import type { Failure } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ApiDreams } from './api-dreams.ts';
import type { BatchWatch } from './batch-watch.ts';
import type { Engines, OpenEngine } from './engines.ts';
import { type JobAnswer, type JobKind, type JobOf, type LongWork, type StartLong } from './jobs.ts';
import type { NightWatch } from './night-watch.ts';
import type { Runs } from './runs.ts';
import type { Tonight } from './tonight.ts';
import type { DayWatch } from './watch.ts';

export interface ServiceNeeds {
  readonly setup: EngineSetup;
  readonly openEngine: OpenEngine;
  readonly startLong: StartLong;
  readonly emit: (event: LiveEvent) => void;
  readonly log: (level: LogLevel, text: string) => void;
  readonly wall: () => EpochMs;
  /** Gives back how to call it off. */
  readonly after: (delayMs: number, work: () => void) => () => void;
}

export interface Desk {
  readonly needs: ServiceNeeds;
  readonly engines: Engines;
  readonly runs: Runs;
  readonly nights: NightWatch;
  readonly days: DayWatch;
  readonly batches: BatchWatch;
  readonly tonight: Tonight;
  readonly apiDreams: ApiDreams;
  readonly questions: LongQuestions;
  readonly changed: (...subjects: readonly Subject[]) => void;
}

/** Questions whose answers take long and that windows wait for: they, too, are worked at in processes of their own. */
export interface LongQuestions {
  ask<K extends JobKind>(job: JobOf<K>): Promise<Result<JobAnswer<K>, Failure>>;
  /** While everything is being put in another's place, nothing else is answered. */
  isRestoring(): boolean;
  close(): Promise<void>;
}

/** Each has a process and a connection of its own; nobody needs more of them at a time. */
const questionsMax = 3;
/** After these the store is another one than the connections that stand open know. */
const renewing: ReadonlySet<JobKind> = new Set(['restore', 'delete-all', 'forget', 'redact']);

/** They want the store for themselves: nobody else may have it open. */
const replacing: ReadonlySet<JobKind> = new Set(['restore', 'delete-all']);

export function createLongQuestions(needs: ServiceNeeds, engines: Engines): LongQuestions {
  const open = new Map<LongWork<unknown>, JobKind>();
  const ask = async <K extends JobKind>(job: JobOf<K>): Promise<Result<JobAnswer<K>, Failure>> => {
    if (open.size >= questionsMax) return err(tooMany);
    if (replacing.has(job.kind)) engines.renew();
    const isSample = engines.isSample();
    const work = needs.startLong<K>(job, { isSample, onProgress: () => undefined });
    open.set(work, job.kind);
    const end = await work.end;
    open.delete(work);
    if (renewing.has(job.kind)) engines.renew();
    if (end.kind === 'answered') return end.answer;
    needs.log('error', `${job.kind} was lost: ${end.why}`);
    await engines.shown().settleLostNights();
    return err({ ...lost, happened: end.why });
  };
  return {
    ask,
    isRestoring: () => [...open.values()].some((kind) => replacing.has(kind)),
    close: async () => {
      // What is written is written in transactions; waiting for a backup of an hour helps nobody who wants to leave.
      for (const work of open.keys()) work.stop();
      await Promise.all([...open.keys()].map((work) => work.end));
    },
  };
}

export const runGiven = (
  begun: Result<{ readonly run: string; readonly ended: Promise<RunEnd> }, Failure>,
) => (begun.ok ? ok({ run: begun.value.run }) : begun);

/** What else a screen may be showing that is not as it was, once a call was answered. */
export const changedBy: Partial<Record<CallName, readonly Subject[]>> = {
  'app.deleteAll': ['night', 'review', 'memory', 'files', 'sources', 'settings', 'patterns'],
  'app.restore': ['night', 'review', 'memory', 'files', 'sources', 'settings', 'patterns'],
  'night.pause': ['night', 'settings'],
  'night.answerMissed': ['night'],
  'night.keepAnyway': ['night', 'review'],
  'review.rule': ['review', 'patterns'],
  'review.undo': ['review', 'patterns'],
  'review.discard': ['review', 'night'],
  'review.apply': ['review', 'memory', 'files', 'patterns'],
  'review.liftRule': ['review'],
  'review.bringBack': ['review'],
  'memory.takeBack': ['memory', 'review', 'files'],
  'memory.rollBack': ['memory', 'review', 'files'],
  'memory.pin': ['memory'],
  'memory.redact': ['memory', 'review'],
  'memory.forget': ['night', 'review', 'memory', 'files', 'sources', 'patterns'],
  'source.markNotSecret': ['sources'],
  'source.markSecret': ['sources'],
  'quarantine.dismiss': ['review', 'sources'],
  'quarantine.block': ['review', 'sources'],
  'quarantine.release': ['review', 'sources'],
  'quarantine.setTrust': ['sources'],
  'conflict.keepApart': ['review', 'files', 'patterns'],
  'conflict.keepBoth': ['review', 'files', 'patterns'],
  'conflict.settle': ['memory', 'review', 'patterns'],
  'files.place': ['files'],
  'files.choose': ['files'],
  'files.settle': ['night', 'review', 'memory', 'files'],
  'files.undo': ['files', 'patterns'],
  'guard.restore': ['files'],
  'guard.pin': ['files'],
  'model.key': ['settings', 'night'],
  'model.stopBatch': ['night'],
  'model.setPrice': ['settings'],
  'pattern.mute': ['patterns'],
  'skill.write': ['patterns', 'files'],
  'skill.reject': ['patterns'],
  'agent.connect': ['files'],
  'judgement.adopt': ['patterns'],
  'judgement.reset': ['patterns'],
  'serving.feedback': ['patterns'],
  'agent.set': ['files', 'settings'],
  'settings.set': ['settings', 'night', 'files'],
};

const tooMany: Failure = {
  kind: 'too-busy',
  happened: 'Several long questions are being worked at.',
  safe: 'They go on, and nothing was begun beside them.',
  todo: 'Ask again when one of them is answered.',
};

const lost: Failure = {
  kind: 'not-reached',
  happened: 'It was lost.',
  safe: 'A step that was begun was taken back.',
  todo: 'Look at how things stand, then ask again.',
};
