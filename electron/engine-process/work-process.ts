// One piece of long work in a process of its own, with its own engine and connection: however hard it works, whoever
// answers windows is free; and where it is ended in the middle of a step of SQLite, it takes nobody along.
import module from 'node:module';
import type { Progress } from '../../shared/engine.ts';
import type { FromWork, ToWork, WorkTask } from './long-work.ts';

// Before the engine is loaded: its word lists are most of what is read at a start.
module.enableCompileCache();
const { createEngine } = await import('../engine/index.ts');
const { createThrottle, doJob } = await import('../service/index.ts');
const { findChannel } = await import('./channel.ts');
const { depsFrom } = await import('./engine-deps.ts');

/** Ten a second: the eye sees no more, and windows have better to do. */
const progressEveryMs = 100;
/** With nobody to hear it, it ends at its next safe point, or after this time: as long as who wakes it would wait. */
const aloneMaxMs = 5_000;

const channel = findChannel<FromWork, ToWork>();
const wish = new AbortController();

const throttle = createThrottle<Progress>({
  everyMs: progressEveryMs,
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
  pass: (event) => channel.send({ kind: 'progress', event }),
});
const onProgress = (event: Progress): void => {
  // No stage is left out, each is a bar of the hypnogram; nor what was done with what was read, which is told seldom.
  const isKept = event.kind !== 'step';
  if (isKept) throttle.flush();
  throttle.offer(event);
  if (isKept) throttle.flush();
};

async function work({ setup, job, isSample }: WorkTask): Promise<FromWork> {
  const engine = await createEngine(depsFrom(setup, isSample));
  if (!engine.ok) return { kind: 'answer', answer: engine };
  try {
    const answer = await doJob(engine.value, job, { onProgress, signal: wish.signal });
    throttle.flush();
    return { kind: 'answer', answer };
  } finally {
    engine.value.close();
  }
}

/** What it says last must arrive: it is told when it may go. */
let isLastSaid = false;
let isAlone = false;
const sayLast = (message: FromWork): void => {
  if (isAlone) process.exit(0);
  if (!isLastSaid) channel.send(message);
  isLastSaid = true;
};
const broke = (error: unknown): void =>
  sayLast({ kind: 'broke', why: error instanceof Error ? error.message : String(error) });

process.on('uncaughtException', broke);
process.on('SIGTERM', () => wish.abort());
// Ctrl-C in a terminal reaches the app as well, which wakes us.
process.on('SIGINT', () => undefined);
channel.onMessage((message) => {
  if (message.kind === 'task') void work(message.task).then(sayLast, broke);
  else if (message.kind === 'wake') wish.abort();
  else process.exit(0);
});
channel.onLost(() => {
  isAlone = true;
  wish.abort();
  if (isLastSaid) process.exit(0);
  setTimeout(() => process.exit(0), aloneMaxMs);
});
channel.send({ kind: 'hello' });
