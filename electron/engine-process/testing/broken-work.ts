// A process for long work that breaks as its task says: the ways in which one can end without an answer.
import type { FromWork, ToWork } from '../long-work.ts';

const say = (message: FromWork): void => void process.send?.(message);

process.on('uncaughtException', (error) => say({ kind: 'broke', why: error.message }));
process.on('message', (message: ToWork) => {
  if (message.kind === 'leave') process.exit(0);
  if (message.kind !== 'task') return;
  const { job } = message.task;
  const how = job.kind === 'import' ? job.paths[0] : null;
  if (how === 'throws') throw new Error('the disk went away');
  if (how === 'rejects') void Promise.reject(new Error('nobody caught it'));
  if (how === 'exits') process.exit(0);
  // It hears nobody, and would go on for ever.
  if (how === 'hangs') for (;;);
  if (how === 'crashes') process.kill(process.pid, 'SIGSEGV');
  if (how === 'answers') say({ kind: 'answer', answer: { ok: true, value: { problems: [] } } });
});
say({ kind: 'hello' });
