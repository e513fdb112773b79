// A worker that breaks as its task's instructions say: the ways in which a thread can end without an answer.
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerTask } from '../long-work.ts';

const { job } = workerData as WorkerTask;
const how = job.kind === 'import' ? job.paths[0] : null;

if (how === 'throws') throw new Error('the disk went away');
if (how === 'rejects') void Promise.reject(new Error('nobody caught it'));
if (how === 'exits') process.exit(0);
// It hears nobody, and would go on for ever.
if (how === 'hangs') for (;;);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
if (how === 'answers') parentPort?.postMessage({ kind: 'answer', answer: { ok: true, value: null } });
