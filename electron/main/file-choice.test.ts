import { expect, it } from 'vitest';
import type { Bridge } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { withFileChoice } from './file-choice.ts';

const unasked = { path: null, isAsked: false };
const link: Pick<Bridge, 'call'> = { call: async () => ok(unasked as never) };

it.each(['/home/ada/export.zip', null])('tells the page what the person chose: %s', async (path) => {
  const chosen = await withFileChoice(link, async () => path).call('source.choose', {});
  expect(chosen).toEqual(ok({ path, isAsked: true }));
});

it('asks the person for nothing where another question is put', async () => {
  const asked: string[] = [];
  const choose = async (): Promise<null> => {
    asked.push('asked');
    return null;
  };
  expect(await withFileChoice(link, choose).call('source.list', {})).toEqual(ok(unasked));
  expect(asked).toEqual([]);
});
