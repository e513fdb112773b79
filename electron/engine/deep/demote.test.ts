import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { demotionsOf } from './demote.ts';

const entry = (text: string, over: Partial<MemoryEntry> = {}): MemoryEntry =>
  madeUpEntry(text, { text, ...over });

const receiptOf = ({ id, text, kind, scope }: MemoryEntry, over: Partial<EntryReceipt>): EntryReceipt => ({
  id,
  text,
  kind,
  scope,
  tokens: 10,
  loaded: 60,
  handedOut: 0,
  applied: 12,
  violated: 0,
  helped: 0,
  harmed: 0,
  isCalledWrong: false,
  rentTokens: 300,
  curve: null,
  evidence: [],
  ...over,
});

const because = (one: MemoryEntry, over: Partial<EntryReceipt>, pinned: readonly MemoryEntry[] = []) =>
  demotionsOf([one], [receiptOf(one, over)], new Set(pinned.map(({ id }) => id))).map((each) => each.because);

describe('an entry is proposed to go', () => {
  const rule = entry('Always use pnpm.');

  it('when it harmed twice and more often than it helped, and not before', () => {
    expect(because(rule, { harmed: 1 })).toEqual([]);
    expect(because(rule, { harmed: 2, helped: 2 })).toEqual([]);
    expect(because(rule, { harmed: 3, helped: 1 })).toEqual(['found wrong 3 times and helpful 1 time']);
  });

  it('when its owner says so, however often it helped', () => {
    expect(because(rule, { harmed: 1, helped: 9, isCalledWrong: true })).toEqual([
      'you said that it is wrong',
    ]);
  });

  it('when it was loaded all the time and never used, its subject never came up, and nobody asked for it', () => {
    const idle = { applied: 0, violated: 0, handedOut: 0 };
    expect(because(rule, { ...idle, loaded: 40 })).toEqual([
      'loaded in 40 sessions and used in none of them, at 300 tokens a month',
    ]);
    expect(because(rule, { ...idle, loaded: 39 })).toEqual([]);
    expect(because(rule, { ...idle, handedOut: 1 })).toEqual([]);
    expect(because(rule, { ...idle, violated: 1 })).toEqual([]);
    // what names no program cannot be seen to be used
    expect(because(rule, { ...idle, applied: null })).toEqual([]);
  });

  it('never where its owner wrote the line or pinned it', () => {
    const idle = { applied: 0, loaded: 400 };
    expect(because(entry('Use tabs.', { origin: 'file' }), idle)).toEqual([]);
    expect(because(rule, { harmed: 9 }, [rule])).toEqual([]);
  });

  it('the costliest first', () => {
    const [cheap, dear] = [entry('Use make.'), entry('Use a very long and costly build tool.')];
    const idle = { applied: 0, harmed: 0 };
    const order = demotionsOf(
      [cheap, dear],
      [receiptOf(cheap, { ...idle, rentTokens: 50 }), receiptOf(dear, { ...idle, rentTokens: 500 })],
      new Set(),
    );
    expect(order.map(({ entryId }) => entryId)).toEqual([dear.id, cheap.id]);
  });
});
