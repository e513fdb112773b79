import { array, assert, boolean, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeId } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/proposal.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { offer } from './offered.ts';
import { openEngine, tempHome, valueOf, writeDay } from './testing/temp-home.ts';

const change = (name: string, more: Partial<Change> = {}): Change => ({
  id: changeId(name),
  nightId: 'ngt_x' as Change['nightId'],
  operation: 'add',
  title: name,
  why: 'said.',
  after: madeUpEntry(name),
  closes: [],
  flags: [],
  ...more,
});
const none: ReadonlySet<Change['id']> = new Set();

describe('what a night offers', () => {
  it('is all there is, as it comes, while a person can read it', () => {
    const few = Array.from({ length: 480 }, (_, n) => change(`c${String(n)}`, { flags: ['weak-evidence'] }));
    expect(offer(few, none)).toEqual({ changes: few, postponed: [] });
    expect(offer([...few, change('one more')], none).postponed).toEqual([few.at(-1)]);
  });

  it('is what was paid for, then what memory says wrongly, what is sure, what tidies up, what is not sure', () => {
    const weak = change('weak', { flags: ['weak-evidence'] });
    const merge = change('merge', { operation: 'merge' });
    const [first, second] = [change('first'), change('second')];
    const outdated = change('outdated', { operation: 'retire', after: null });
    const paid = change('paid', { flags: ['by-model', 'weak-evidence'] });
    const all = [weak, merge, first, second, outdated, paid];
    const strongest = [1, 2, 3, 4, 5].map((most) => offer(all, none, most).changes);
    expect(strongest).toEqual([
      [paid],
      [outdated, paid],
      [first, outdated, paid],
      [first, second, outdated, paid],
      [merge, first, second, outdated, paid],
    ]);
  });

  it('loses nothing, keeps the order, and does not count what its owner has decided', () => {
    const some = array(record({ weak: boolean(), decided: boolean() }), { maxLength: 30 });
    assert(
      property(some, nat(30), (drawn, most) => {
        const all = drawn.map(({ weak }, n) =>
          change(`c${String(n)}`, { flags: weak ? ['weak-evidence'] : [] }),
        );
        const decided = new Set(all.filter((_, n) => drawn[n]?.decided).map(({ id }) => id));
        const { changes, postponed } = offer(all, decided, most);
        expect(all.filter((one) => !postponed.includes(one))).toEqual(changes);
        expect(postponed.filter(({ id }) => decided.has(id))).toEqual([]);
        expect(changes.filter(({ id }) => !decided.has(id)).length).toBe(
          Math.min(most, all.length - decided.size),
        );
      }),
    );
  });

  it('makes room for the rest as it is decided, and says how many wait', async () => {
    const place = tempHome();
    // each of other words than all others: what differs in one alone is said by a template
    const word = (n: number): string =>
      Array.from(String(n), Number)
        .map((digit) => 'bcdfglmnpr'.charAt(digit) + 'aeiou'.charAt(digit % 5))
        .join('');
    const said = Array.from(
      { length: 490 },
      (_, n) => `From now on the ${word(1000 + n)} keeps the ${word(3000 + n)}l in the ${word(5000 + n)}r.`,
    );
    writeDay(place, { id: 'many', day: 1, said });
    const { engine, dream } = await openEngine(place);
    const first = await dream();
    expect(first.receipt).toMatchObject({ postponed: 10, proposed: { add: 480 } });
    const sentence = 'These are the strongest; 10 more passed every gate and wait for nights to come.';
    expect(first.receipt.because).toContain(`480 changes proposed. ${sentence}`);
    expect(first.diary).toContain(sentence);
    const offered = new Set(first.proposal.changes.map(({ title }) => title));
    const waiting = said.filter((text) => !offered.has(text));
    expect(waiting).toHaveLength(10);
    const [why] = valueOf(await engine.explain(waiting[0] ?? ''));
    expect(why).toMatchObject({
      text: waiting[0],
      reason: expect.stringContaining('waits for a later night'),
    });

    const decided = first.proposal.changes.slice(0, 10).map(({ id }) => id);
    valueOf(await engine.reviewDecide(decided.slice(0, 5), 'rejected'));
    valueOf(await engine.reviewDecide(decided.slice(5), 'approved'));
    const second = await dream();
    expect(second.receipt.postponed).toBeUndefined();
    expect(second.proposal.changes.map(({ title }) => title)).toEqual(expect.arrayContaining([...waiting]));
  });
});
