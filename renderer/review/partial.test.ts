import { expect, it } from 'vitest';
import { mindReceipt } from '../fixtures/model.ts';
import { partialOf } from './partial.ts';

it('knows a night that did not see everything, and why', () => {
  const budget = { ...mindReceipt, state: 'budget' } as const;
  expect(partialOf({ outcome: 'woken', mind: budget })).toBe('woken');
  expect(partialOf({ outcome: 'done', mind: budget })).toBe('budget');
  expect(partialOf({ outcome: 'failed', mind: budget })).toBeNull();
  expect(partialOf({ outcome: 'done', mind: null })).toBeNull();
  expect(partialOf({ outcome: 'empty' })).toBeNull();
});
