import { expect, it } from 'vitest';
import type { Bridge } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { withFileManager } from './file-manager.ts';

/** A link that answers each question with the same. */
const linkOf = (value: unknown): Pick<Bridge, 'call'> => ({ call: async () => ok(value as never) });
const quote = { session: 's-1', agent: 'claude-code' } as const;

it('shows the file that the engine names, and says so', async () => {
  const shown: string[] = [];
  const link = withFileManager(linkOf({ path: '/home/ada/s-1.jsonl', isShown: false }), (path) =>
    shown.push(path),
  );
  expect(await link.call('evidence.reveal', quote)).toEqual(
    ok({ path: '/home/ada/s-1.jsonl', isShown: true }),
  );
  expect(shown).toEqual(['/home/ada/s-1.jsonl']);
});

it.each([null, '\\\\server\\share\\s-1.jsonl', '//server/share/s-1.jsonl'])(
  'shows nothing for %s',
  async (path) => {
    const shown: string[] = [];
    const link = withFileManager(linkOf({ path, isShown: false }), (one) => shown.push(one));
    expect(await link.call('evidence.reveal', quote)).toEqual(ok({ path, isShown: false }));
    expect(shown).toEqual([]);
  },
);

it('shows nothing for any other question, whatever its answer holds', async () => {
  const shown: string[] = [];
  const link = withFileManager(linkOf({ path: '/etc/passwd' }), (path) => shown.push(path));
  await link.call('evidence.get', { ...quote, turn: 0, quote: 'x', around: 1 });
  expect(shown).toEqual([]);
});
