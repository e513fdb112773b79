// An engine process that does what a test tells it, for everything that the real one does only when it is broken: it
// hangs, it dies, it never says a word. What is asked of it stands in `night.compare`'s arguments.
import { appendFileSync } from 'node:fs';
import type { FromEngine, ToEngine } from '../../../shared/engine-process.ts';

const send = (message: FromEngine): void => void process.send?.(message);

const state = { tellings: [] as unknown[], starts: 0 };
const [, , behaviour = 'well', diary = ''] = process.argv;
if (diary !== '') appendFileSync(diary, `${process.pid}\n`);

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToEngine) => {
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
    case 'call':
      return act(message.number, message.name, message.args);
    default:
      return undefined;
  }
});
if (behaviour !== 'never-speaks') send({ kind: 'hello' });

function act(number: number, name: string, args: unknown): void {
  const first = typeof args === 'object' && args !== null && 'first' in args ? args.first : '';
  if (first === 'die') process.exit(1);
  if (first === 'hang') for (;;);
  if (first === 'never') return;
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
