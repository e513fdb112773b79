// One piece of long work in a thread of its own, with its own engine and connection: however hard it works, the thread
// that answers windows is free. It ends with its job.
import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../../shared/engine.ts';
import { assert } from '../../shared/result.ts';
import { createEngine } from '../engine/index.ts';
import { doJob } from '../service/jobs.ts';
import { createThrottle } from '../service/throttle.ts';
import { depsFrom } from './engine-deps.ts';
import type { FromWorker, WorkerTask } from './long-work.ts';

assert(parentPort !== null, 'the worker is started by long-work.ts');
const port = parentPort;
// It is our own process that speaks.
const { setup, job, isSample } = workerData as WorkerTask;
const say = (message: FromWorker): void => port.postMessage(message);

const wish = new AbortController();
port.once('message', () => wish.abort());
// The listener alone must not keep the thread alive.
port.unref();

/** Ten a second: the eye sees no more, and windows have better to do. */
const progressEveryMs = 100;
const throttle = createThrottle<Progress>({
  everyMs: progressEveryMs,
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  pass: (event) => say({ kind: 'progress', event }),
});
const onProgress = (event: Progress): void => {
  // No stage is left out: each is a bar of the hypnogram.
  if (event.kind === 'stage') throttle.flush();
  throttle.offer(event);
  if (event.kind === 'stage') throttle.flush();
};

const engine = await createEngine(depsFrom(setup, isSample));
if (!engine.ok) say({ kind: 'answer', answer: engine });
else {
  try {
    const answer = await doJob(engine.value, job, { onProgress, signal: wish.signal });
    throttle.flush();
    say({ kind: 'answer', answer });
  } finally {
    engine.value.close();
  }
}
