// An engine process that does what a test tells it, for everything that the real one does only when it is broken: it
// hangs, it dies, it never says a word; and, as 'work', a process for long work that says what it heard. What is asked of it stands in `night.compare`'s arguments.
import { appendFileSync } from 'node:fs';
import type { FromEngine, ToEngine } from '../../../shared/engine-process.ts';

const send = (message: FromEngine): void => void process.send?.(message);

const state = { tellings: [] as unknown[], works: [] as unknown[], starts: 0 };
const [, , behaviour = 'well', diary = ''] = process.argv;
if (diary !== '') appendFileSync(diary, `${process.pid}\n`);

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToEngine) => {
  if (behaviour === 'work') return send({ kind: 'heard', what: message } as never);
  switch (message.kind) {
    case 'start':
      if (behaviour === 'dies-at-start') process.exit(3);
      return send({ kind: 'ready' });
    case 'ping':
      return send({ kind: 'pong', number: message.number });
    case 'tell':
      return void state.tellings.push(message.news);
    case 'end':
      return behaviour === 'never-ends' ? undefined : process.exit(0);
    case 'work-said':
      state.works.push(message);
      if (message.work === 2) return;
      // Told once it listens, and ended once it has heard.
      if (state.works.length === 1) send({ kind: 'work-tell', work: 1, message: { kind: 'wake' } });
      else send({ kind: 'work-kill', work: 1 });
      return;
    case 'work-gone':
      return void state.works.push(message);
    case 'call':
      return act(message.number, message.name, message.args);
    default:
      return undefined;
  }
});
if (behaviour !== 'never-speaks') send({ kind: 'hello' });

function act(number: number, name: string, args: unknown): void {
  const first = typeof args === 'object' && args !== null && 'first' in args ? String(args.first) : '';
  if (first === 'die') process.exit(1);
  if (first === 'hang') for (;;);
  if (first === 'never') return;
  if (first.startsWith('work')) send({ kind: 'work-start', work: first === 'work' ? 1 : 2 });
  if (first === 'run') {
    const running = {
      run: 'run-1',
      kind: 'dream',
      startedBy: 'you',
      startedAtMs: 1,
      stage: null,
      done: 0,
      total: 0,
      stages: [],
      events: [],
      spent: { tokens: 0, usd: 0 },
      isWaking: false,
    } as never;
    send({ kind: 'event', event: { kind: 'run', running } });
  }
  send({ kind: 'answer', number, answer: { ok: true, value: { name, args, pid: process.pid, ...state } } });
}
