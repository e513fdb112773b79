import { describe, expect, it } from 'vitest';
import { item, line } from '../fixtures/make.ts';
import {
  conflictItem,
  fileQuestionPlan,
  memoryConflict,
  morningItems,
  quarantinedItem,
} from '../fixtures/morning.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { handOf, layDesk, stepOf } from './desk.ts';
import { isExactDuplicate, layOut, nextWaiting, step, type QueueOptions } from './queue.ts';
import { tokensAbout } from './tokens-about.ts';

const options: QueueOptions = {
  split: 'all',
  size: 12,
  isShowingAll: false,
  filter: '',
  released: new Set(),
  agentsReceivingShared: ['claude-code', 'codex', 'openclaw'],
};
const all: readonly ReviewItem[] = [...morningItems, conflictItem, quarantinedItem];
const titles = (queue: ReturnType<typeof layOut>): readonly string[] =>
  queue.cards.map((card) => (card.kind === 'change' ? card.item.change.title : card.kind));

describe('the queue', () => {
  it('puts what is consequential first, and exact duplicates into one card', () => {
    const queue = layOut(all, options);
    expect(titles(queue)[0]).toBe('Package manager is pnpm, not npm');
    expect(titles(queue).filter((title) => title === 'duplicates')).toHaveLength(1);
    expect(queue.cards).toHaveLength(6);
    expect(queue.counts).toEqual({ all: 7, rules: 2, facts: 1, cleanup: 4 });
  });

  it('keeps what needs a hand and what was set aside apart, and out of the counts', () => {
    const queue = layOut(all, options);
    expect(queue.hand).toEqual([conflictItem]);
    expect(queue.setAside).toEqual([quarantinedItem]);
    expect(queue.waiting).toBe(7);
    const released = layOut(all, { ...options, released: new Set([quarantinedItem.change.id]) });
    expect(released.setAside).toEqual([]);
    expect(released.waiting).toBe(8);
  });

  it('puts first what was put off until now', () => {
    const [light] = layOut(all, options).cards.slice(-1);
    const last = light?.kind === 'change' ? light.item : null;
    const returned = all.map((one) => (one === last ? { ...one, isReturned: true as const } : one));
    expect(titles(layOut(returned, options))[0]).toBe(last?.change.title);
  });

  it('does not depend on the order it was given in', () => {
    expect(titles(layOut(all.toReversed(), options))).toEqual(titles(layOut(all, options)));
  });

  it('shows so many at first and counts the rest', () => {
    const queue = layOut(morningItems, { ...options, size: 2 });
    expect([queue.cards.length, queue.more]).toEqual([2, 4]);
    expect(layOut(morningItems, { ...options, size: 2, isShowingAll: true }).more).toBe(0);
  });

  it('finds by a word of title or line', () => {
    expect(titles(layOut(all, { ...options, filter: 'PYTEST' }))).toEqual([
      '3 notes on pytest say one thing',
    ]);
  });

  it('leaves snoozed ones out and counts them', () => {
    const snoozed = morningItems.map((each, i) => (i === 0 ? { ...each, state: 'snoozed' as const } : each));
    const queue = layOut(snoozed, options);
    expect(titles(queue)).not.toContain('Package manager is pnpm, not npm');
    expect(queue.later).toBe(1);
  });

  it('never puts a line written by hand into a group', () => {
    const before = [line('Same.', '~/a.md', null, { taint: 'person' }), line('same.', '~/b.md', null)];
    const merge = (entries: typeof before) =>
      item({
        operation: 'merge',
        title: 'm',
        why: 'w',
        before: entries,
        after: line('Same.', '~/a.md', null),
      });
    expect(isExactDuplicate(merge(before))).toBe(false);
    expect(isExactDuplicate(merge([line('Same.', '~/a.md', null), line('same.', '~/b.md', null)]))).toBe(
      true,
    );
  });
});

describe('going through it', () => {
  const { cards } = layOut(morningItems, options);
  it('goes on with the next that waits, from the top again at the end', () => {
    const last = cards.at(-1)?.id ?? null;
    expect(nextWaiting(cards, cards[0]?.id ?? null)).toBe(cards[1]?.id);
    expect(nextWaiting(cards, last)).toBe(cards[0]?.id);
    const decided = layOut(
      morningItems.map((each) => ({ ...each, state: 'approved' as const })),
      options,
    );
    expect(nextWaiting(decided.cards, null)).toBeNull();
  });

  it('steps and stays at the ends', () => {
    expect(step(cards, null, 1)).toBe(cards[0]?.id);
    expect(step(cards, cards[0]?.id ?? null, -1)).toBe(cards[0]?.id);
    expect(step(cards, cards.at(-1)?.id ?? null, 1)).toBe(cards.at(-1)?.id);
  });
});

describe('the desk', () => {
  it('asks about a file once, also where a change is flagged for it', () => {
    const hand = handOf([conflictItem], fileQuestionPlan, [memoryConflict]);
    expect(hand.map(({ kind }) => kind)).toEqual(['question', 'conflict']);
    expect(handOf([conflictItem], null, []).map(({ kind }) => kind)).toEqual(['card']);
  });

  it('opens what was asked for, also a change inside a group, else the first that waits', () => {
    const queue = layOut(all, options);
    const inGroup = morningItems[5]?.change.id ?? null;
    expect(layDesk(queue, null, [], inGroup).open).toMatchObject({ card: { kind: 'duplicates' } });
    expect(layDesk(queue, null, [], quarantinedItem.change.id).open?.kind).toBe('aside');
    expect(layDesk(queue, null, [], 'chg_gone').open?.id).toBe(queue.cards[0]?.id);
  });

  it('steps from the queue into what needs a hand', () => {
    const queue = layOut(all, options);
    const last = queue.cards.at(-1)?.id ?? null;
    const desk = layDesk(queue, fileQuestionPlan, [], last);
    expect(stepOf(desk, 1)).toBe('file-~/shop/CLAUDE.md');
  });
});

describe('tokens', () => {
  it('are counted by letters, and by signs in Chinese', () => {
    expect(tokensAbout('')).toBe(0);
    expect(tokensAbout('four letters')).toBe(3);
    expect(tokensAbout('使用工具')).toBe(4);
  });
});
